package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import dev.layers.preflight.Severity;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Popular libraries, modular and automatic, as private libraries of a module: nothing is found that is not so. */
class RealLibrariesIT {
    private static final Path LIBRARIES = Path.of("target", "libraries");

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @DisplayName("Real libraries pass the preflight and load")
    @CsvSource({
        "com.google.gson, gson",
        "com.fasterxml.jackson.databind, jackson-databind jackson-core jackson-annotations",
        "com.google.common, guava failureaccess",
        "org.apache.commons.lang3, commons-lang3",
        "org.apache.commons.io, commons-io",
        "ch.qos.logback.classic, logback-classic logback-core slf4j-api",
        "org.apache.logging.log4j, log4j-api",
        "info.picocli, picocli",
        "org.objectweb.asm, asm",
        "net.bytebuddy, byte-buddy",
        "com.github.benmanes.caffeine, caffeine",
        "com.h2database, h2",
        "org.postgresql.jdbc, postgresql",
        "com.zaxxer.hikari, HikariCP slf4j-api",
        "io.netty.buffer, netty-buffer netty-common",
        "kotlin.stdlib, kotlin-stdlib",
        "org.yaml.snakeyaml, snakeyaml",
        "org.joda.time, joda-time",
        "org.apache.lucene.core, lucene-core",
        "org.apache.commons.collections4, commons-collections4",
        "org.jsoup, jsoup",
        "org.lz4.java, lz4-java",
        "com.google.protobuf, protobuf-java",
        "okio, okio-jvm kotlin-stdlib"
    })
    void libraries_passAndLoad(String module, String jars) throws Exception {
        try (TestHost host = TestHost.create(directory);
                LayerManager manager = host.manager().build()) {
            Path[] libraries = libraries(jars);
            Path plugin = plugin(host, module, "return \"pong \" + text;", libraries);

            List<Finding> findings = manager.check(plugin, libraries).findings();

            List<Finding> notStarted = of(findings, Rule.REQUIRED_NOT_STARTED);
            assertThat(findings.stream().filter(finding -> finding.severity() != Severity.NOTE))
                    .containsExactlyElementsOf(notStarted);
            if (notStarted.isEmpty()) {
                LoadedModule loaded = manager.load(plugin, libraries);
                assertThat(host.command(loaded).apply("ping")).isEqualTo("pong ping");
                assertThat(loaded.unload()).isClean();
            } else {
                assertThat(ModuleLayer.boot().findModule("java.se"))
                        .as("what the host was started with")
                        .isEmpty();
            }
        }
    }

    /** The JVM verifies the code of a class when it is linked, which asking for its methods does. */
    @ParameterizedTest(name = "{0}")
    @DisplayName("All classes of real libraries link as they are woven")
    @CsvSource({
        "io.netty.buffer, netty-buffer netty-common, 500",
        "com.github.benmanes.caffeine, caffeine, 500",
        "com.zaxxer.hikari, HikariCP slf4j-api, 60",
        "kotlin.stdlib, kotlin-stdlib, 900"
    })
    void libraries_linkAsTheyAreWoven(String module, String jars, int atLeast) throws Exception {
        Path[] libraries = libraries(jars);
        try (TestHost host = TestHost.create(directory);
                LayerManager manager = host.manager().build()) {
            LoadedModule loaded = manager.load(linking(host, module, libraries), libraries);

            String[] linkedAndFaults =
                    host.command(loaded).apply(classes(libraries)).split(" ", 2);

            assertThat(linkedAndFaults[1]).isEqualTo("[]");
            assertThat(Integer.parseInt(linkedAndFaults[0])).isGreaterThan(atLeast);
        }
    }

    private static String classes(Path... libraries) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path library : libraries) {
            try (JarFile jar = new JarFile(library.toFile())) {
                jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
                        .forEach(name -> names.add(name.replace('/', '.').replace(".class", "")));
            }
        }
        return String.join(" ", names);
    }

    private Path linking(TestHost host, String module, Path... libraries) {
        return plugin(host, module, """
                int linked = 0;
                java.util.List<String> faults = new java.util.ArrayList<>();
                for (String name : text.split(" ")) {
                    try {
                        Class.forName(name, false, Chat.class.getClassLoader()).getDeclaredMethods();
                        linked++;
                    } catch (ClassNotFoundException | NoClassDefFoundError optional) {
                        continue;
                    } catch (LinkageError fault) {
                        faults.add(fault.toString());
                    }
                }
                return linked + " " + faults;
                """, libraries);
    }

    private static List<Finding> of(List<Finding> findings, Rule rule) {
        return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    private Path plugin(TestHost host, String module, String body, Path... libraries) {
        return ModuleSource.module("module chat { requires bot.api; requires " + module
                        + "; provides bot.Command with chat.Chat; }")
                .type("package chat; public class Chat implements bot.Command {"
                        + " public String apply(String text) { " + body + " } }")
                .dependsOn(host.contractJar())
                .dependsOn(libraries)
                .toJar(directory.resolve("chat.jar"));
    }

    private static Path[] libraries(String jars) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String jar : jars.split(" ")) {
            try (Stream<Path> all = Files.list(LIBRARIES)) {
                found.add(all.filter(file -> file.getFileName().toString().matches(jar + "-[0-9].*\\.jar"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No '" + jar + "' in " + LIBRARIES)));
            }
        }
        return found.toArray(Path[]::new);
    }
}
