package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plug-ins, users and JVM options do to the JVM of a check, and what comes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("dev.layers.testkit.check.CheckIT#isOnModulePath")
class CheckJvmIT {
    private Fixture fixture;

    @BeforeAll
    void compile(@TempDir Path directory) throws Exception {
        fixture = new Fixture(directory);
        Files.writeString(
                directory.resolve("args.txt"),
                "--json --strict --contract api.jar --service com.acme.Api --call soften chat.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "end"})
    void plugInThatEndsTheJvm_isNotTakenForClean(String call) throws Exception {
        CheckProcess check = fixture.check("--json --repeat 3 --call " + call + " chat.jar");

        int code = call.equals("halt") ? 0 : 2;
        assertThat(StrictJson.object(check.out()))
                .containsEntry("verdict", "UNCONFIRMED")
                .containsEntry("clean", false)
                .containsEntry("repeat", 0L)
                .containsEntry(
                        "findings",
                        List.of(Map.of(
                                "rule", "VERDICT",
                                "where", "chat.jar",
                                "found", "the JVM ended with exit code " + code + " before the check did",
                                "wanted", "a JVM that lives until the verdict",
                                "advice",
                                        "have the plug-in not end the JVM; what was said last is on standard error")));
        assertThat(check.error()).isEmpty();
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @Test
    void plugInThatEndsTheJvm_asText() throws Exception {
        CheckProcess check = fixture.check("--call halt chat.jar");

        assertThat(check.out().replaceAll("\\d+\\.\\d s\n", "{} s\n")).isEqualTo("""
                CANNOT TELL chat.jar: unconfirmed
                  VERDICT chat.jar: the JVM ended with exit code 0 before the check did
                    wanted: a JVM that lives until the verdict
                    to do: have the plug-in not end the JVM; what was said last is on standard error
                  no round came to its end in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @Test
    void standardOutputOfThePlugIn_isNotThatOfTheCommand() throws Exception {
        CheckProcess check = fixture.check("--json --call say chat.jar");

        assertThat(StrictJson.object(check.out())).containsEntry("clean", true);
        assertThat(check.error()).isEqualTo("said\n");
        assertThat(check.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json --strict --contract api.jar --service com.acme.Api --call soften chat.jar",
                "--json --strict=true --contract api.jar --service com.acme.Api --call soften chat.jar",
                "@args.txt"
            })
    void softlyHeldPlugIn_isCleanWhenStrict(String arguments) throws Exception {
        CheckProcess check = fixture.run(List.of(), arguments);

        assertThat(StrictJson.object(check.out()))
                .containsEntry("verdict", "COLLECTED")
                .containsEntry("clean", true);
        assertThat(check.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endedCommand_leavesNoProcess(boolean isKilled) throws Exception {
        Process command = CheckProcess.builder(
                        fixture.directory(),
                        List.of(),
                        List.of("check", "--contract=api.jar", "--service=com.acme.Api", "--call=rest", "chat.jar"))
                .redirectErrorStream(true)
                .start();
        awaitResting(command);
        List<ProcessHandle> children = command.descendants().toList();

        (isKilled ? command.destroyForcibly() : command).destroy();

        assertThat(children).isNotEmpty();
        for (ProcessHandle child : children) {
            child.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    private static void awaitResting(Process command) throws Exception {
        InputStream output = command.getInputStream();
        byte[] said = output.readNBytes("resting".length());

        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("resting");
    }

    @Test
    void jvmThatDoesNotStart_isTold(@TempDir Path directory) {
        CheckJvm jvm = new CheckJvm(directory.resolve("java"), System.err);

        assertThat(catchThrowableOfType(
                                NoResultException.class, () -> jvm.run(new CheckJvm.Mode(false, false), List.of()))
                        .getMessage())
                .startsWith("the JVM of the check could not be started: Cannot run program \""
                        + directory.resolve("java") + "\"");
    }
}
