package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own finder is the oracle: what it says of a jar is right. */
class DescriptorsTest {
    private static final TestJar CLASSES =
            TestJar.empty().entry("acme/chat/Polite.class", "").entry("acme/chat/api/Greeter.class", "");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat",
                "chat-1",
                "chat-1.0",
                "chat-1.2.3-SNAPSHOT",
                "chat-1.2.3+45",
                "chat-1.0-2-rc1",
                "chat-core-2.0",
                "chat_core",
                "chat.core-4",
                "chat--core",
                "-chat-",
                "chat2",
                "chat2-3",
                "grüße-1.0x",
                "a.b..c-1.",
                "chat-1.0.jar"
            })
    void automaticName_comesFromTheFileName(String name) throws Exception {
        Path jar = CLASSES.writeTo(directory.resolve(name + ".jar"));

        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor).isEqualTo(oracle(jar));
        assertThat(descriptor.rawVersion()).isEqualTo(oracle(jar).rawVersion());
    }

    static Stream<TestJar> automatic() {
        return Stream.of(
                CLASSES.manifest("Automatic-Module-Name: acme.stated"),
                CLASSES.manifest("Automatic-Module-Name: acme.stated", "Main-Class: acme.chat.Polite"),
                CLASSES.manifest("Main-Class: acme.chat.Polite"),
                CLASSES.manifest("Main-Class: acme/chat/Polite"),
                CLASSES.manifest("Main-Class: acme.chat.Missing"),
                CLASSES.manifest("Main-Class: acme.other.Polite"),
                CLASSES.manifest("Main-Class: Polite"),
                CLASSES.manifest("Main-Class: acme.chat.7"),
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "acme.chat.Polite\n"),
                CLASSES.entry(
                        "META-INF/services/acme.chat.api.Greeter",
                        "# all of them\n\n  acme.chat.Polite  # the first\r\n#acme.chat.Rude\n\tacme.chat.Other\t\n"),
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "# none\n"),
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", ""),
                CLASSES.entry("META-INF/services/not-a-type", "acme.chat.Polite\n"),
                CLASSES.entry("META-INF/services/below/acme.chat.api.Greeter", "acme.chat.Polite\n"),
                CLASSES.entry("acme/texts/greeting.txt", "Hello"),
                CLASSES.entry("greeting.txt", "Hello"),
                CLASSES.entry("META-INF/versions/9/acme/late/Late.class", ""),
                CLASSES.entry("META-INF/Odd.class", ""),
                CLASSES.entry("acme/not-a-package/Odd.class", ""),
                CLASSES.entry("acme/class/Odd.class", ""),
                CLASSES.entry("acme/7/Odd.class", ""),
                CLASSES.manifest("Multi-Release: true").entry("META-INF/versions/9/acme/late/Late.class", ""),
                CLASSES.manifest("Multi-Release: true").entry("META-INF/versions/99/acme/late/Late.class", ""),
                CLASSES.manifest("Multi-Release: true")
                        .entry("META-INF/services/acme.chat.api.Greeter", "acme.chat.Polite\n")
                        .entry("META-INF/versions/9/META-INF/services/acme.chat.api.Greeter", "acme.chat.Late\n"));
    }

    @ParameterizedTest
    @MethodSource("automatic")
    void automaticDescriptor_isThatOfTheJdk(TestJar content) throws Exception {
        Path jar = content.writeTo(directory.resolve("chat-1.0.jar"));

        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor).isEqualTo(oracle(jar));
        assertThat(descriptor.isAutomatic()).isTrue();
    }

    static Stream<TestJar> explicit() {
        TestJar module = TestJar.empty()
                .source(
                        """
                        open module acme.chat {
                            requires java.logging;
                            exports acme.chat.api;
                            uses acme.chat.api.Greeter;
                            provides acme.chat.api.Greeter with acme.chat.Polite;
                        }
                        """,
                        "package acme.chat.api; public interface Greeter {}",
                        "package acme.chat; public class Polite implements acme.chat.api.Greeter {}");
        return Stream.of(
                module,
                module.entry("acme/chat/texts/greeting.txt", "Hello"),
                module.entry("texts/greeting.txt", "Hello"),
                module.entry("not-a-package/greeting.txt", "Hello"),
                module.entry("META-INF/texts/greeting.txt", "Hello"),
                module.entry("greeting.txt", "Hello"),
                module.entry("META-INF/services/acme.chat.api.Greeter", "acme.chat.Missing"),
                module.manifest("Automatic-Module-Name: acme.stated", "Main-Class: acme.chat.Polite"),
                module.entry("META-INF/versions/9/acme/late/Late.class", ""),
                module.manifest("Multi-Release: true").entry("META-INF/versions/9/acme/late/Late.class", ""),
                module.manifest("Multi-Release: true").entry("META-INF/versions/99/acme/late/Late.class", ""),
                module.manifest("Multi-Release: true")
                        .entry(
                                "META-INF/versions/9/module-info.class",
                                TestJar.empty().source("module acme.late {}").entry("module-info.class")));
    }

    @ParameterizedTest
    @MethodSource("explicit")
    void explicitDescriptor_isThatOfTheJdk(TestJar content) throws Exception {
        Path jar = content.writeTo(directory.resolve("chat-1.0.jar"));

        ModuleDescriptor descriptor = descriptor(jar);

        assertThat(descriptor).isEqualTo(oracle(jar));
        assertThat(descriptor.packages()).isEqualTo(oracle(jar).packages());
        assertThat(descriptor.isAutomatic()).isFalse();
    }

    /** The JDK knows no manifest in a directory. */
    static Stream<TestJar> exploded() {
        return explicit().filter(content -> content.entry("META-INF/MANIFEST.MF") == null);
    }

    @ParameterizedTest
    @MethodSource("exploded")
    void explodedDescriptor_isThatOfTheJdk(TestJar content) throws Exception {
        content.writeDirectory(directory);

        assertThat(descriptor(directory)).isEqualTo(oracle(directory));
    }

    static Stream<TestJar> refused() {
        return Stream.of(
                CLASSES.entry("module-info.class", "not a class file"), CLASSES.entry("module-info.class", ""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheJdkRefuses_isADefect(TestJar content) throws Exception {
        Path jar = content.writeTo(directory.resolve("chat-1.0.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessageStartingWith("L019 " + jar + ": its module descriptor is not valid: ")
                .withMessageEndingWith("; wanted a valid module descriptor; correct it and build again");
    }

    @ParameterizedTest
    @CsvSource({"not-a-name, not-a-name", "acme.class, class", "'', ''"})
    void statedNameThatIsNone_isToldInFull(String name, String fault) throws Exception {
        Path jar = CLASSES.manifest("Automatic-Module-Name: " + name).writeTo(directory.resolve("chat.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessage("L019 " + jar + ": 'Automatic-Module-Name: " + name + "' in its manifest: '" + fault
                        + "' is not a Java identifier; wanted a module name of Java identifiers with '.' between them;"
                        + " correct the manifest");
    }

    @Test
    void descriptorThatIsTooNew_isToldAsAnyClassIs() throws Exception {
        TestJar content = TestJar.empty().source("module acme.chat {}");
        byte[] moduleInfo = content.entry("module-info.class").clone();
        moduleInfo[7] = 99;
        Path jar = content.entry("module-info.class", moduleInfo).writeTo(directory.resolve("chat.jar"));

        int running = Runtime.version().feature();
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessage("L016 " + jar + ": 'module-info.class' is of class file version 99 (Java 55); wanted class"
                        + " files up to Java " + running + "; compile it for Java " + running
                        + " or run the host on Java 55");
    }

    static Stream<TestJar> refusedServices() {
        return Stream.of(
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "acme.other.Polite\n"),
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "Polite\n"),
                CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "acme.chat.not-a-type\n"),
                CLASSES.entry("META-INF/services/Greeter", "acme.chat.Polite\n"));
    }

    @ParameterizedTest
    @MethodSource("refusedServices")
    void servicesThatTheJdkRefuses_areADefect(TestJar content) throws Exception {
        Path jar = content.writeTo(directory.resolve("chat-1.0.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessageStartingWith("L020 " + jar + ": 'META-INF/services/")
                .withMessageEndingWith("; wanted the names of provider classes of this artifact;"
                        + " correct the file and build again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-1x", "chat-v1.0", "-", "class"})
    void fileNameThatGivesNoModuleName_isADefect(String name) throws Exception {
        Path jar = CLASSES.writeTo(directory.resolve(name + ".jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessageStartingWith("L019 " + jar + ": no module name can be derived from '" + name + ".jar': ")
                .withMessageEndingWith("; wanted a file name that gives a module name, or Automatic-Module-Name in"
                        + " the manifest; rename the file, or state Automatic-Module-Name");
    }

    /** The JDK keeps both and creates the provider twice. */
    @Test
    void providerThatIsNamedTwice_isProvidedOnce() throws Exception {
        Path jar = CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "acme.chat.Polite\nacme.chat.Polite\n")
                .writeTo(directory.resolve("chat.jar"));

        assertThat(descriptor(jar).provides())
                .singleElement()
                .satisfies(provides -> assertThat(provides.providers()).containsExactly("acme.chat.Polite"));
    }

    @Test
    void providerThatIsNotThere_isToldInFull() throws Exception {
        Path jar = CLASSES.entry("META-INF/services/acme.chat.api.Greeter", "acme.other.Polite\n")
                .writeTo(directory.resolve("chat.jar"));

        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessage(
                        "L020 " + jar
                                + ": 'META-INF/services/acme.chat.api.Greeter' names 'acme.other.Polite', which is not in the"
                                + " artifact; wanted the names of provider classes of this artifact; correct the file and build again");
    }

    /** The JDK refuses the jar for a class that nobody could load. */
    @Test
    void classInTheUnnamedPackageOfAPlainJar_isLeftOut() throws Exception {
        Path jar = CLASSES.entry("Polite.class", "").writeTo(directory.resolve("chat.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThat(descriptor(jar).packages()).containsExactlyInAnyOrder("acme.chat", "acme.chat.api");
    }

    @Test
    void providerInTheUnnamedPackage_isToldInFull() throws Exception {
        Path jar = CLASSES.entry("Polite.class", "")
                .entry("META-INF/services/acme.chat.api.Greeter", "Polite")
                .writeTo(directory.resolve("chat.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessage(
                        "L020 " + jar + ": 'META-INF/services/acme.chat.api.Greeter' names 'Polite', which is in no"
                                + " package; wanted the names of provider classes of this artifact;"
                                + " correct the file and build again");
    }

    @Test
    void classInTheUnnamedPackageOfAModule_isToldInFull() throws Exception {
        TestJar content = TestJar.empty().source("module acme.chat {}");
        Path jar = content.entry("Polite.class", "").writeTo(directory.resolve("chat.jar"));

        assertThatThrownBy(() -> oracle(jar)).isInstanceOf(FindException.class);
        assertThatExceptionOfType(ArtifactDefect.class)
                .isThrownBy(() -> descriptor(jar))
                .withMessage("L019 " + jar
                        + ": 'Polite.class' lies in the unnamed package, which a module cannot have;"
                        + " wanted classes in named packages; give it a package, or leave it out");
    }

    private static ModuleDescriptor descriptor(Path artifact) throws ArtifactDefect {
        return Descriptors.of(
                ArtifactReader.read(artifact, Role.LIBRARY, Snapshots.LIMITS).get(0));
    }

    private static ModuleDescriptor oracle(Path artifact) throws IOException {
        return ModuleFinder.of(artifact).findAll().stream()
                .findFirst()
                .map(ModuleReference::descriptor)
                .orElseThrow();
    }
}
