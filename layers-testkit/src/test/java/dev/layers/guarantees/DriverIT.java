package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JDBC drivers of a module and of its private libraries are deregistered. */
class DriverIT {
    private static final String DRIVER = """
            implements java.sql.Driver {
                public java.sql.Connection connect(String url, java.util.Properties info) { return null; }
                public boolean acceptsURL(String url) { return false; }
                public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
                    return new java.sql.DriverPropertyInfo[0];
                }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;
    private static final String REQUIRES = "requires java.sql; requires java.logging;";

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        assumeThat(ModuleLayer.boot().findModule("java.sql"))
                .as("the host's JVM has java.sql")
                .isPresent();
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 A JDBC driver is deregistered and told")
    void driver_isDeregistered(Weaving weaving) throws Exception {
        Path jar = driver("java.sql.DriverManager.registerDriver(new Mine());");
        assertThat(DroppedLayer.outlivesItsDrop(host, jar))
                .as("held without Layers")
                .isTrue();

        UnloadReport report = Remnant.callAndUnload(host, jar, weaving);

        assertThat(report.undone()).containsExactly("JDBC driver 'acme.Chat$Mine' was deregistered");
        assertThat(report).isClean();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 G33 A driver that the module deregistered is not told")
    void driver_deregisteredByModule_isNotTold(Weaving weaving) {
        Path jar = driver("var mine = new Mine(); java.sql.DriverManager.registerDriver(mine);"
                + " java.sql.DriverManager.deregisterDriver(mine);");

        UnloadReport report = Remnant.callAndUnload(host, jar, weaving);

        assertThat(report.undone()).isEmpty();
        assertThat(report).isClean();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 A driver whose end fails is named, and the other is deregistered")
    void driver_failsToEnd_isNamed(Weaving weaving) {
        Path jar = driver("java.sql.DriverManager.registerDriver(new Mine(), () -> {"
                + " throw new java.util.ServiceConfigurationError(\"stays\"); });"
                + " java.sql.DriverManager.registerDriver(new Mine());");

        UnloadReport report = Remnant.callAndUnload(host, jar, weaving);

        assertThat(report.undone()).containsExactly("JDBC driver 'acme.Chat$Mine' was deregistered");
        assertThat(report.findings())
                .containsExactly("JDBC driver 'acme.Chat$Mine' was not deregistered:"
                        + " java.util.ServiceConfigurationError: stays");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 G6 A driver of a private library is deregistered, and the look-up leaves no file open")
    void driver_ofLibrary_isDeregistered(Weaving weaving) throws Exception {
        Path library = ModuleSource.module("module acme.db { requires java.sql; requires java.logging; exports acme.db;"
                        + " provides java.sql.Driver with acme.db.Mine; }")
                .type("package acme.db; public class Mine " + DRIVER)
                .toJar(directory.resolve("db.jar"));
        Path jar = ModuleSource.module("module chat { requires bot.api; requires acme.db; requires java.sql;"
                        + " uses java.sql.Driver; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " for (java.sql.Driver driver : java.util.ServiceLoader.load(java.sql.Driver.class,"
                        + " Chat.class.getClassLoader())) { text = driver.getClass().getName(); }"
                        + " try (var stream = acme.db.Mine.class.getResource(\"Mine.class\").openStream()) {"
                        + " java.sql.DriverManager.registerDriver(new acme.db.Mine()); stream.read(); }"
                        + " catch (Exception failure) { throw new IllegalStateException(failure); }"
                        + " return text; } }")
                .dependsOn(host.contractJar())
                .dependsOn(library)
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar, library);
            assertThat(host.command(module).apply("ping")).isEqualTo("acme.db.Mine");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly("JDBC driver 'acme.db.Mine' was deregistered");
            assertThat(report).isClean();
            assertThat(openFiles()).doesNotContain(jar.toRealPath(), library.toRealPath());
        }
    }

    private Path driver(String code) {
        return new Remnant(REQUIRES, code, "public static class Mine " + DRIVER, List.of(), () -> {})
                .toJar(host, directory);
    }

    private static List<Path> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(DriverIT::target).toList();
        }
    }

    /** A descriptor may be closed while the list is read. */
    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException closed) {
            return descriptor;
        }
    }
}
