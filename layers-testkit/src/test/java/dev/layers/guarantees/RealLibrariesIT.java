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
            Path plugin = plugin(host, module, libraries);

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

    private static List<Finding> of(List<Finding> findings, Rule rule) {
        return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    private Path plugin(TestHost host, String module, Path... libraries) {
        return ModuleSource.module("module chat { requires bot.api; requires " + module
                        + "; provides bot.Command with chat.Chat; }")
                .type("package chat; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return \"pong \" + text; } }")
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
