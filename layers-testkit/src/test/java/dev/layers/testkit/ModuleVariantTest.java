package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variants of a module: against contracts as text, of versions, for releases, and broken ones. */
class ModuleVariantTest {
    private static final ModuleSource CONTRACT = ModuleSource.module("module bot.api { exports bot; }")
            .type("package bot; public interface Command extends java.util.function.IntSupplier {}");

    private static final ModuleSource CHAT = ModuleSource.module(
                    "module acme.chat { requires bot.api; provides bot.Command with acme.Chat; }")
            .type("package acme; public class Chat implements bot.Command {"
                    + " public int getAsInt() { return new Object() { int answer() { return 42; } }.answer(); } }")
            .dependsOn(CONTRACT);

    private static final String CLASS = "acme/Chat.class";

    @TempDir
    Path directory;

    @Test
    void contractAsText_isCompiledAgainstAndLeftOut() throws IOException {
        Path jar = CHAT.toJar(directory.resolve("chat.jar"));

        assertThat(names(jar)).containsExactly("META-INF/MANIFEST.MF", "acme/Chat$1.class", CLASS, "module-info.class");
    }

    @Test
    void contractOfAContract_isCompiledToo() throws IOException {
        ModuleSource words = ModuleSource.module("module words { exports words; }")
                .type("package words; public interface Word {}")
                .dependsOn(directory);
        ModuleSource api = ModuleSource.module("module api { requires transitive words; exports api; }")
                .type("package api; public interface Talk { words.Word say(); }")
                .dependsOn(words);

        byte[] jar = ModuleSource.module("module talk { requires api; }")
                .type("package talk; public class Mute implements api.Talk {"
                        + " public words.Word say() { return null; } }")
                .dependsOn(api)
                .bytes();

        assertThat(jar).isNotEmpty();
    }

    @Test
    void contractOfAPlainModule_isOnItsClassPath() {
        ModuleSource plain = ModuleSource.plain()
                .type("package acme; class Chat implements bot.Command {" + " public int getAsInt() { return 42; } }");

        assertThat(plain.dependsOn(CONTRACT).bytes()).isNotEmpty();
        assertThatThrownBy(plain::bytes)
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageContaining("package bot does not exist");
    }

    @Test
    void contractThatDoesNotCompile_isNamed() {
        ModuleSource broken = CONTRACT.type("package bot; class Broken extends Missing {}");

        assertThatThrownBy(() ->
                        ModuleSource.module("module chat {}").dependsOn(broken).bytes())
                .isInstanceOf(ModuleSourceException.class)
                .hasMessageStartingWith("Module 'bot.api': bot/Broken.java:1: cannot find symbol");
    }

    @Test
    void version_isInTheDescriptorOrTheManifest() throws IOException {
        Path modular = CHAT.version("1.2-beta").toJar(directory.resolve("chat.jar"));
        byte[] plain = ModuleSource.plain().version("1.2").bytes();

        assertThat(descriptor(modular).toNameAndVersion()).isEqualTo("acme.chat@1.2-beta");
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(plain))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo("1.2");
        }
    }

    @Test
    void release_addsAVersionOfOneType() throws IOException {
        Path jar = CHAT.release(11)
                .release(
                        17,
                        "package acme; public class Chat implements bot.Command {"
                                + " record Answer(int number) {} public int getAsInt() { return new Answer(43).number(); } }")
                .toJar(directory.resolve("chat.jar"));

        assertThat(names(jar))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "META-INF/versions/17/acme/Chat$Answer.class",
                        "META-INF/versions/17/acme/Chat.class",
                        "acme/Chat$1.class",
                        CLASS,
                        "module-info.class");
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.Version.parse("17"))) {
            assertThat(file.isMultiRelease()).isTrue();
            assertThat(file.getInputStream(file.getJarEntry(CLASS)).readAllBytes()[7])
                    .isEqualTo((byte) 61);
            assertThat(file.getInputStream(file.getEntry("module-info.class")).readAllBytes()[7])
                    .isEqualTo((byte) 55);
        }
    }

    @Test
    void releaseOfATypeTwice_isRefused() {
        ModuleSource once = CHAT.release(17, "package acme; class Chat {}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.release(17, "package acme; interface Chat {}"))
                .withMessage("Module 'acme.chat': 'acme/Chat.java' was added before for Java 17");
    }

    @Test
    void without_leavesAFileOut() throws IOException {
        Path jar = CHAT.without(CLASS).toJar(directory.resolve("chat.jar"));

        assertThat(names(jar)).containsExactly("META-INF/MANIFEST.MF", "acme/Chat$1.class", "module-info.class");
    }

    @Test
    void without_aFileThatIsNotThere_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAT.without(CLASS).without(CLASS).bytes())
                .withMessage("Module 'acme.chat': no file 'acme/Chat.class';"
                        + " it has [META-INF/MANIFEST.MF, acme/Chat$1.class, module-info.class]");
    }

    @Test
    void classFileVersion_isThatOfALaterRelease() throws IOException {
        Path jar = CHAT.classFileVersion(CLASS, 999).toJar(directory.resolve("chat.jar"));

        try (JarFile file = new JarFile(jar.toFile())) {
            byte[] bytes = file.getInputStream(file.getEntry(CLASS)).readAllBytes();
            assertThat(bytes[6] * 256 + Byte.toUnsignedInt(bytes[7])).isEqualTo(999);
        }
    }

    @Test
    void taking_makesTheModuleSayWhatIsTrueOfAnother() {
        ModuleSource other = ModuleSource.module("module other {}");

        Path jar = ModuleSource.module("module chat {}")
                .taking("module-info.class", other)
                .toJar(directory.resolve("chat.jar"));

        assertThat(descriptor(jar).name()).isEqualTo("other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAT.taking("a.txt", other).bytes())
                .withMessage("Module 'other': no file 'a.txt'; it has [META-INF/MANIFEST.MF, module-info.class]");
    }

    @Test
    void damages_applyInTheirOrder() {
        ModuleSource back = CHAT.without(CLASS).taking(CLASS, CHAT);

        assertThat(back.bytes()).isEqualTo(CHAT.bytes());
    }

    @Test
    void truncatedJar_isABeginning() throws IOException {
        byte[] whole = CHAT.bytes();

        Path jar = CHAT.toTruncatedJar(directory.resolve("chat.jar"), 100);

        assertThat(Files.readAllBytes(jar)).hasSize(100);
        assertThat(whole).startsWith(Files.readAllBytes(jar));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAT.toTruncatedJar(jar, whole.length))
                .withMessage("Module 'acme.chat': " + whole.length + " bytes of a jar of " + whole.length
                        + " is no part of it");
    }

    private static ModuleDescriptor descriptor(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .findFirst()
                .orElseThrow(() -> new FindException("no module in " + jar))
                .descriptor();
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }
}
