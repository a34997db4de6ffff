package dev.layers.docs.read;

import static dev.layers.docs.read.Reading.assertTrouble;
import static dev.layers.docs.read.Reading.moduleAt;
import static dev.layers.docs.read.Reading.names;
import static dev.layers.docs.read.Reading.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.ModuleSource;
import dev.layers.docs.model.DocumentedMethod;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars for several JDKs, and signed ones. */
class JarKindsTest {
    private static final String ONE = "org/one/One.class";
    private static final String MULTI_RELEASE = "Manifest-Version: 1.0\nMulti-Release: true\n\n";

    @TempDir
    private Path temporary;

    @Test
    void multiReleaseJar_isReadAsJdk17WouldWhicheverRuns() throws Exception {
        JarText older = one("older", "public int older() { return 1; }");
        JarText newer = one("newer", "public int newer() { return 1; }");
        Path jar = new JarText()
                .entry("META-INF/MANIFEST.MF", MULTI_RELEASE)
                .entry("module-info.class", older.content("module-info.class"))
                .entry(ONE, older.content(ONE))
                .entry("META-INF/versions/17/" + ONE, newer.content(ONE))
                .entry("META-INF/versions/18/" + ONE, "of later JDKs")
                .entry("META-INF/versions/18/org/one/later/Later.class", "of later JDKs")
                .entry("META-INF/versions/999/" + ONE, "of no JDK yet")
                .at(temporary.resolve("one.jar"));

        DocumentedModule module = moduleAt(jar);

        assertThat(module.descriptor().packages()).containsExactly("org.one");
        assertThat(type(module, "org.one.One").methods())
                .extracting(DocumentedMethod::name)
                .containsExactly("<init>", "newer");
    }

    @Test
    void descriptorThatLiesOnlyAmongVersions_isRead() throws Exception {
        JarText one = one("one", "");
        Path jar = new JarText()
                .entry("META-INF/MANIFEST.MF", MULTI_RELEASE)
                .entry("META-INF/versions/9/module-info.class", one.content("module-info.class"))
                .entry(ONE, one.content(ONE))
                .at(temporary.resolve("other.jar"));

        DocumentedModule module = moduleAt(jar);

        assertThat(module.name()).isEqualTo("one");
        assertThat(module.kind()).isEqualTo("normal");
        assertThat(names(module)).containsExactly("org.one.One");
    }

    @Test
    void signedJar_isRead() throws Exception {
        Path jar = signed(one("one", "").at(temporary.resolve("one.jar")));

        assertThat(names(moduleAt(jar))).containsExactly("org.one.One");
    }

    @Test
    void classThatIsNotTheSignedOne_isLeftOut() throws Exception {
        Path jar = signed(one("one", "").at(temporary.resolve("one.jar")));
        byte[] other = one("other", "public int other() { return 1; }").content(ONE);
        JarText.of(jar).entry(ONE, other).at(jar);

        ModuleSet set = Reading.of(jar);

        assertTrouble(
                set,
                jar + "!/" + ONE,
                "not read (SHA-256 digest error for " + ONE + "); build it again or leave it out");
        assertThat(names(set)).containsExactly("one");
    }

    @Test
    void multiReleaseJarWithoutDescriptor_hasThePackagesThatJdk17Sees() throws Exception {
        Path jar = new JarText()
                .entry("META-INF/MANIFEST.MF", MULTI_RELEASE)
                .entry(ONE, one("one", "").content(ONE))
                .entry("META-INF/versions/18/org/one/later/Later.class", "of later JDKs")
                .at(temporary.resolve("old-times-1.0.jar"));

        DocumentedModule module = moduleAt(jar);

        assertThat(module.descriptor().toNameAndVersion()).isEqualTo("old.times@1.0");
        assertThat(module.kind()).isEqualTo("automatic");
        assertThat(module.descriptor().packages()).containsExactly("org.one");
    }

    private JarText one(String directory, String member) throws IOException {
        return JarText.of(ModuleSource.in(temporary.resolve(directory))
                .file("module-info.java", "module one { exports org.one; }")
                .file("org/one/One.java", "package org.one; public class One { " + member + " }")
                .option("--release", "17")
                .jar("one.jar"));
    }

    private Path signed(Path jar) throws Exception {
        Path keys = temporary.resolve("keys");
        List<String> store = List.of("-keystore", keys.toString(), "-storepass", "changeit");
        run("keytool", store, "-genkeypair", "-alias", "a", "-dname", "CN=a", "-keyalg", "EC");
        run("jarsigner", store, "-digestalg", "SHA-256", jar.toString(), "a");
        return jar;
    }

    private void run(String tool, List<String> store, String... arguments) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", tool);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(tool.equals("keytool") ? List.of(arguments) : store);
        command.addAll(tool.equals("keytool") ? store : List.of(arguments));
        Path output = temporary.resolve(tool + ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(tool).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
