package dev.layers.holders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layers.LayerManager;
import dev.layers.testkit.CorePath;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One module for every kind of holder, and one for what only looks like a holder; one JVM and one heap dump for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldersIT {
    private static final long MINUTES = 4;

    /** What was dropped: the loader or the layer. */
    private static final String LAST = "jdk\\.internal\\.loader\\.Loader|java\\.lang\\.ModuleLayer";

    private final Map<String, Told> told = new HashMap<>();

    static Stream<Case> cases() {
        return Stream.of(
                        FieldCases.all(), ThreadCases.all(), RegistrationCases.all(), HostCases.all(), NearMisses.all())
                .flatMap(List::stream)
                .filter(one -> one.code().jdks().isForThisJdk());
    }

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        CarelessHost host = CarelessHost.compile(directory);
        cases().forEach(one -> host.compile(one, directory));
        Path names =
                Files.write(directory.resolve("names"), cases().map(Case::name).toList());
        Path outcomes = directory.resolve("outcomes");
        List<String> command = command();
        Stream.of(directory, names, outcomes).map(Path::toString).forEach(command::add);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(
                    (ended ? "The host failed:\n" : "The host did not end:\n") + Files.readString(output));
        }
        told.putAll(Told.read(Files.readAllLines(outcomes)));
        assertThat(directory.resolve("dumps")).isEmptyDirectory();
    }

    private static List<String> command() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        if (LayerManager.class.getModule().isNamed()) {
            command.addAll(List.of("-p", CorePath.text(), "--add-modules", "dev.layers.core", "-cp", tests()));
        } else {
            command.addAll(List.of("-cp", tests() + File.pathSeparator + CorePath.text()));
        }
        command.add(HoldersRun.class.getName());
        return command;
    }

    /** The test classes are patched into a module, where a class's code source does not lead to them. */
    private static String tests() throws Exception {
        URI own = HoldersIT.class.getResource("HoldersIT.class").toURI();
        return Path.of(own).resolve("../../../..").normalize().toString();
    }

    @Test
    void corpus_hasACaseForEveryKind() {
        assertThat(cases().map(Case::name)).doesNotHaveDuplicates();
        assertThat(cases().flatMap(Case::paths).map(Case.Path::cause).distinct())
                .hasSizeGreaterThan(50);
        assertThat(cases().flatMap(Case::paths).map(Case.Path::advice).distinct())
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("G39 What holds a module is told with its path, its cause and what to do; nothing else is blamed")
    void holder_isTold(Case one) {
        Told found = told.get(one.name());
        String hold = one.paths().findAny().isPresent() ? one.held().hold() : "COLLECTED";

        assertThat(found.hold()).as(one.name()).isEqualTo(hold);
        assertThat(found.paths())
                .extracting(Told.Path::cause, Told.Path::advice)
                .containsExactlyInAnyOrderElementsOf(one.paths()
                        .map(path -> tuple(path.cause(), path.advice()))
                        .toList());
        assertThat(found.notes())
                .isEqualTo(hold.equals("COLLECTED") ? List.of() : one.held().notes());
        assertThat(found.paths()).allSatisfy(path -> hasRootAndSteps(path, one));
    }

    private static void hasRootAndSteps(Told.Path path, Case one) {
        Case.Path expected = one.paths()
                .filter(known -> known.cause().equals(path.cause()))
                .findFirst()
                .orElseThrow();
        assertThat(path.root()).startsWith(expected.root().equals("*") ? "static field " : expected.root());
        assertThat(path.steps()).containsAll(expected.steps());
        assertThat(path.steps().get(path.steps().size() - 1)).matches(LAST);
    }

    @Test
    @DisplayName("G39 Static fields are told before threads")
    void holders_areRanked() {
        assertThat(told.get("hidden.many").paths().stream()
                        .map(path -> path.root().startsWith("static field")))
                .containsExactly(true, true, false, false);
    }
}
