package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code check} command, run from its jar as a user runs it; where the tests are does not matter to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("isOnModulePath")
class CheckIT {
    private static final String API = "com.acme.Api";

    private static final List<String> STEPS = List.of(
            "class com.acme.Registry .LISTENERS",
            "java.util.ArrayList .elementData",
            "java.lang.Object[] [0]",
            "acme.Chat <class>",
            "class acme.Chat <loader>",
            "loader 'chat#1' (dev.layers.internal.layer.GenerationLoader)");

    private Fixture fixture;

    static boolean isOnModulePath() {
        return CheckIT.class.getModule().isNamed();
    }

    @BeforeAll
    void compile(@TempDir Path directory) {
        fixture = new Fixture(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "api.jar, chat.jar",
        "api.jar, plain-chat.jar",
        "api-classes, chat.jar",
        "plain-api.jar, chat-of-plain.jar",
        "plain-api.jar, plain-chat.jar",
        "plain-api-classes, plain-chat.jar"
    })
    @DisplayName("A clean plug-in ends with 0, however contract and plug-in are packed")
    void cleanPlugIn_isCollected(String contract, String plugIn) throws Exception {
        CheckProcess check = fixture.run(
                List.of(), "--json --call greet --contract " + contract + " --service " + API + " " + plugIn);

        Map<String, Object> json = json(check);
        assertThat(check.error()).isEqualTo("hello from acme.Chat\n");
        assertThat(check.exitCode()).isZero();
        assertThat(json)
                .containsEntry("verdict", "COLLECTED")
                .containsEntry("hold", null)
                .containsEntry("clean", true)
                .containsEntry("residue", List.of())
                .containsEntry("paths", List.of())
                .containsEntry("findings", List.of())
                .containsEntry("repeat", 1L);
        assertThat((Long) json.get("millis")).isPositive();
    }

    private static Map<String, Object> json(CheckProcess check) {
        assertThat(check.out()).as(check.error()).endsWith("}\n").containsOnlyOnce("\n");
        Map<String, Object> json = StrictJson.object(check.out());
        assertThat(json.keySet())
                .containsExactly("verdict", "hold", "clean", "residue", "paths", "findings", "repeat", "millis");
        return json;
    }

    @Test
    void cleanPlugIn_asText() throws Exception {
        CheckProcess check = fixture.check("--call greet --repeat 2 chat.jar");

        assertThat(masked(check)).isEqualTo("""
                CLEAN chat.jar: collected
                  2 rounds in {} s
                """);
        assertThat(check.error()).isEqualTo("hello from acme.Chat\nhello from acme.Chat\n");
        assertThat(check.exitCode()).isZero();
    }

    private static String masked(CheckProcess check) {
        return check.out().replaceAll("\\d+\\.\\d s\n", "{} s\n");
    }

    @Test
    void fiftyRounds_areRun() throws Exception {
        CheckProcess check = fixture.check("--json --call greet --repeat 50 chat.jar");

        assertThat(json(check)).containsEntry("clean", true).containsEntry("repeat", 50L);
        assertThat(check.error().lines()).hasSize(50);
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void heldPlugIn_isExplained() throws Exception {
        CheckProcess check = fixture.check("--json --call leak --repeat 5 chat.jar");

        Map<String, Object> json = json(check);
        assertThat(json)
                .containsEntry("verdict", "RETAINED")
                .containsEntry("hold", "STRONG")
                .containsEntry("clean", false)
                .containsEntry("residue", List.of(Map.of("kind", "UNDONE", "text", "timer 'acme-timer' was cancelled")))
                .containsEntry("findings", List.of())
                .containsEntry("repeat", 1L);
        assertThat(json.get("paths"))
                .isEqualTo(List.of(Map.of(
                        "root", "static field com.acme.Registry.LISTENERS",
                        "steps", STEPS,
                        "cause", "static field com.acme.Registry.LISTENERS keeps acme.Chat at [0]",
                        "advice", "remove it there when the module is unloaded")));
        assertThat(check.error()).isEmpty();
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void softlyHeldPlugIn_isNotKnown() throws Exception {
        CheckProcess check = fixture.check("--call soften chat.jar");

        assertThat(masked(check)).isEqualTo("""
                CANNOT TELL chat.jar: retained, held softly
                  VERDICT chat#1: softly held
                    wanted: no reference to it but weak ones
                    to do: run the check with --strict, which has the JVM clear soft references at once
                  held by: softly held: static field com.acme.Registry.LISTENERS keeps acme.Chat at [0]
                    to do: remove it there when the module is unloaded
                    from static field com.acme.Registry.LISTENERS
                      class com.acme.Registry .LISTENERS
                      java.util.ArrayList .elementData
                      java.lang.Object[] [0]
                      java.lang.ref.SoftReference .referent
                      acme.Chat <class>
                      class acme.Chat <loader>
                      loader 'chat#1' (dev.layers.internal.layer.GenerationLoader)
                  1 round in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @Test
    void plugInWithHooks_findsTheCore() throws Exception {
        CheckProcess check = fixture.check("hooked-chat.jar");

        assertThat(check.error()).isEqualTo("started\nunloaded\n");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void withoutClassUnloading_nothingIsKnown() throws Exception {
        CheckProcess check = fixture.run(
                List.of("-XX:-ClassUnloading"), "--json --contract api.jar --service com.acme.Api chat.jar");

        Map<String, Object> json = json(check);
        assertThat(json)
                .containsEntry("verdict", "UNCONFIRMED")
                .containsEntry("hold", null)
                .containsEntry("clean", false);
        assertThat(findings(json))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .containsEntry("rule", "VERDICT")
                        .containsEntry("where", "chat#1")
                        .containsEntry("wanted", "collections that unload classes")
                        .containsEntry("advice", "run the check without JVM options that prevent them"));
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> findings(Map<String, Object> json) {
        return (List<Map<String, Object>>) json.get("findings");
    }

    @Test
    void refusedPlugIn_endsWithThree() throws Exception {
        CheckProcess check = fixture.check("--json empty.jar");

        Map<String, Object> json = json(check);
        assertThat(json)
                .containsEntry("verdict", "REFUSED")
                .containsEntry("hold", null)
                .containsEntry("clean", false)
                .containsEntry("residue", List.of())
                .containsEntry("paths", List.of())
                .containsEntry("repeat", 1L);
        assertThat(findings(json))
                .containsExactly(
                        Map.of(
                                "rule", "L050",
                                "where", fixture.directory().resolve("empty.jar") + ": module 'empty'",
                                "found", "provides no 'com.acme.Api'",
                                "wanted", "a provider of 'com.acme.Api'",
                                "advice",
                                        "add 'provides ... with ...' to module-info.java, beside which META-INF/services does not count"));
        assertThat(check.exitCode()).isEqualTo(3);
    }

    @Test
    void plugInThatIsNoJar_isRefused() throws Exception {
        Files.writeString(fixture.directory().resolve("words.jar"), "no jar");

        CheckProcess check = fixture.check("--json words.jar");

        assertThat(json(check)).containsEntry("verdict", "REFUSED");
        assertThat(check.exitCode()).isEqualTo(3);
    }

    @Test
    void providerThatCannotBeCreated_isRefused() throws Exception {
        CheckProcess check = fixture.check("unlicensed-chat.jar");

        assertThat(masked(check)).isEqualTo("""
                REFUSED unlicensed-chat.jar: not loaded
                  LOAD unlicensed-chat.jar: Module 'unlicensed.chat': creating 'acme.Chat' failed: java.lang.IllegalStateException: no licence at acme.Chat.<init>(Chat.java:3)
                    wanted: providers that can be created and started
                    to do: mend the plug-in, or load it in a host that has what it needs
                  1 round in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(3);
    }

    @Test
    void callThatThrows_isNotClean() throws Exception {
        CheckProcess check = fixture.check("--call fail chat.jar");

        assertThat(masked(check)).isEqualTo("""
                NOT CLEAN chat.jar: collected
                  CALL com.acme.Api.fail() of provider 1 of 'chat': it threw java.io.IOException: no network
                    wanted: a call that returns
                    to do: mend the method, or call one with --call that needs nothing of its host
                  1 round in {} s
                """);
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void callThatDoesNotReturn_isNotClean() throws Exception {
        CheckProcess check = fixture.check("--json --call loop --call greet --call-limit 1 --repeat 3 chat.jar");

        Map<String, Object> json = json(check);
        assertThat(findings(json))
                .containsExactly(
                        Map.of(
                                "rule", "CALL",
                                "where", "com.acme.Api.loop() of provider 1 of 'chat'",
                                "found", "it did not return within 1 s",
                                "wanted", "a call that returns",
                                "advice", "mend the method, or call one with --call that needs nothing of its host"),
                        Map.of(
                                "rule", "VERDICT",
                                "where", "chat#1",
                                "found", "the generation still serves",
                                "wanted", "calls that end before the unload",
                                "advice", "mend the call that runs on, or raise --call-limit"));
        assertThat(json).containsEntry("clean", false).containsEntry("repeat", 1L);
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void threadsThatGrow_areTold() throws Exception {
        CheckProcess check = fixture.check("--json --call start --repeat 40 chat.jar");

        Map<String, Object> json = json(check);
        assertThat(json.get("residue").toString())
                .matches("\\[\\{kind=GROWTH, text=threads of the JVM grew from \\d+ to \\d+ over the last 20 rounds}]");
        assertThat(json).containsEntry("verdict", "COLLECTED").containsEntry("clean", false);
        assertThat(check.exitCode()).isEqualTo(1);
    }

    @Test
    void privateLibrary_isSeenByThePlugInAlone() throws Exception {
        CheckProcess without = fixture.check("--call draw plain-chat.jar");
        CheckProcess with = fixture.check("--call draw --private lib.jar plain-chat.jar");

        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.out()).contains("it threw java.lang.NoClassDefFoundError: lib/Pen");
        assertThat(with.exitCode()).isZero();
        assertThat(with.error()).isEqualTo("drawn\n");
    }
}
