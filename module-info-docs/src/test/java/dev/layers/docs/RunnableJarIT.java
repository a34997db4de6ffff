package dev.layers.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is run by hand: a JVM of its own, nothing else on its path. */
class RunnableJarIT {
    private static final Path JAR = Path.of("target/module-info-docs.jar");
    private static final int MANY = 1000;
    private static final long MOST_MINUTES = 5;

    /** So that the whole process stays well below 512 MB. */
    private static final String HEAP = "-Xmx300m";

    @TempDir
    private Path temporary;

    @Test
    void jar_saysItsVersion() throws Exception {
        Ended run = run("--version");

        assertThat(run.text()).startsWith("module-info-docs 0.1.0");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void jar_keepsLicencesAndNeitherSignaturesNorDescriptors() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE", "about.html")
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)"));
        }
    }

    @Test
    void jar_laysOutAndDrawsWhatItWasGiven() throws Exception {
        Ended run = run("graph", "--format", "svg", JAR.toAbsolutePath().toString(), "--jdk", "--most", "30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.text()).startsWith("<svg ").endsWith("</svg>\n").contains("java.base");
    }

    @Test
    void manyModules_becomePagesInLittleMemory() throws Exception {
        Path modules = temporary.resolve("modules");
        ManyModules.write(modules, MANY);
        Path docs = temporary.resolve("docs");

        // HTML, which takes more of everything than Markdown.
        Ended run = run("write", "--out", docs.toString(), modules.toString());

        assertThat(run).as(run.text()).extracting(Ended::exitCode).isEqualTo(0);
        assertThat(filesIn(docs)).isGreaterThan(MANY);
    }

    @Test
    void jdk_becomesPagesOfEitherFormatInLittleMemory() throws Exception {
        for (String format : List.of("html", "markdown")) {
            Path docs = temporary.resolve(format);
            Ended run = run("write", "--format", format, "--out", docs.toString(), "--jdk");

            assertThat(run).as(run.text()).extracting(Ended::exitCode).isEqualTo(0);
            assertThat(docs.resolve("java.sql" + (format.equals("html") ? ".html" : ".md")))
                    .exists();
        }
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(temporary, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + ": still runs after " + MOST_MINUTES + " minutes");
        }
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    private static int filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toList())
                    .size();
        }
    }

    private record Ended(int exitCode, String text) {}
}
