package dev.layers.others;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.launch.Framework;
import org.pf4j.PluginManager;

/** The pages for people from elsewhere name tests that are there, and versions that are tested. */
class ComingFromPagesTest {
    private static final Path PAGES = Path.of("../../docs");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+IT)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"pf4j", "osgi", "serviceloader", "layrry", "devtools"})
    void page_namesTestsThatAre(String name) throws IOException {
        Stream<MatchResult> named = REFERENCE.matcher(page(name)).results();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(isTest(reference)).as(reference.group()).isTrue());
    }

    @Test
    void pages_nameTheVersionsThatAreTested() throws IOException {
        assertThat(page("pf4j")).contains("those of " + version(PluginManager.class) + ":");
        assertThat(Files.readString(PAGES.resolve("support.md")))
                .contains("| PF4J " + version(PluginManager.class) + ", Felix " + version(Framework.class)
                        + " beside Layers in one JVM |");
        assertThat(page("osgi")).contains("\nFelix " + version(Framework.class) + ",");
    }

    /** Those that no test has are named by the commit that was read. */
    @Test
    void pages_nameTheSourcesThatWereRead() throws IOException {
        assertThat(page("layrry")).containsPattern("README at commit `[0-9a-f]{7}`");
        assertThat(page("devtools")).containsPattern("`Restarter` at commit `[0-9a-f]{7}`");
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve("coming-from-" + name + ".md"));
    }

    private static boolean isTest(MatchResult reference) {
        return Stream.of(type(reference.group(1)).getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .anyMatch(
                        method -> reference.group(2) == null || method.getName().equals(reference.group(2)));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(ComingFromPagesTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("The page names a test that is not there", missing);
        }
    }

    private static String version(Class<?> type) {
        return Libraries.of(type).getFileName().toString().replaceAll(".*-([0-9.]+)\\.jar", "$1");
    }
}
