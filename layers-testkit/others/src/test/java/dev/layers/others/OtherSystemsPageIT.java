package dev.layers.others;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jboss.modules.Module;
import org.junit.jupiter.api.Test;
import org.osgi.framework.launch.Framework;
import org.pf4j.Plugin;

/** The committed page shows the code of the tests; {@code -Dpages=write} brings it up to date. */
class OtherSystemsPageIT {
    /** Blocks for a build file, one for Maven and one for Gradle. */
    private static final int DEPENDENCIES = 2;

    @Test
    void page_showsTheCodeOfTheTests() throws IOException {
        OtherSystemsPage page = OtherSystemsPage.committed().brought();

        if (System.getProperty("pages", "").equals("write")) {
            Files.writeString(OtherSystemsPage.PLACE, page.text());
        }

        assertThat(OtherSystemsPage.PLACE)
                .as("run with -Dpages=write to bring it up to date")
                .hasContent(page.text());
        assertThat(page.regions()).isEqualTo(page.blocks() - DEPENDENCIES);
    }

    @Test
    void page_namesTestsThatAre() throws IOException {
        assertThat(OtherSystemsPage.committed().tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(isTest(test)).as(test).isTrue());
    }

    @Test
    void page_namesTheVersionsThatAreTested() throws IOException {
        assertThat(OtherSystemsPage.committed().text())
                .contains("PF4J " + version(Plugin.class))
                .contains("Felix " + version(Framework.class))
                .contains("JBoss Modules " + version(Module.class));
    }

    private static boolean isTest(String test) {
        String[] parts = test.split("\\.");
        return Stream.of(type(parts[0]).getDeclaredMethods())
                .filter(method -> method.getName().equals(parts[1]))
                .anyMatch(method -> method.isAnnotationPresent(Test.class));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(OtherSystemsPageIT.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError("The page names a test that is not there", missing);
        }
    }

    private static String version(Class<?> type) {
        return Libraries.of(type).getFileName().toString().replaceAll(".*-([0-9.]+)\\.jar", "$1");
    }
}
