package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which a module may come, and the libraries it may bring. */
class ArtifactFormIT {
    @TempDir
    Path directory;

    private TestHost host;
    private LayerManager manager;

    @BeforeEach
    void openManager() throws Exception {
        host = TestHost.create(directory);
        manager = host.manager().build();
    }

    @AfterEach
    void closeManager() throws IOException {
        manager.close();
        host.close();
    }

    @Test
    @DisplayName("A directory holds a jar and its libraries, modular and automatic")
    void directoryOfJars_isModuleWithPrivateLibraries() {
        Path plugin = directory.resolve("plugin");
        Path fonts = fonts("serif").toJar(plugin.resolve("fonts.jar"));
        Path inks = ModuleSource.plain()
                .type("package inks; public class Inks { public static String name() { return \"black\"; } }")
                .toJar(plugin.resolve("inks-2.1.jar"));
        ModuleSource.module("module chat { requires bot.api; requires fonts; requires inks;"
                        + " provides bot.Command with acme.Chat; }")
                .type(command("fonts.Fonts.name() + \" \" + inks.Inks.name()"))
                .dependsOn(host.contractJar(), fonts, inks)
                .toJar(plugin.resolve("chat.jar"));

        LoadedModule module = manager.load(plugin);

        assertThat(module.name()).isEqualTo("chat");
        assertThat(host.command(module).apply("")).isEqualTo("serif black");
        assertThat(module.reload()).isClean();
        assertThat(host.command(module).apply("")).isEqualTo("serif black");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("Libraries are passed to load as jars, exploded directories and directories of jars, and reloaded")
    void librariesPassedToLoad_arePrivateAndReloaded() {
        Path fonts = fonts("serif").toJar(directory.resolve("fonts.jar"));
        Path inks = ModuleSource.module("module inks { exports inks; }")
                .type("package inks; public class Inks { public static String name() { return \"black\"; } }")
                .toDirectory(directory.resolve("inks"));
        Path papers = ModuleSource.plain()
                .type("package papers; public class Papers { public static String name() { return \"rag\"; } }")
                .toJar(directory.resolve("lib/papers.jar"));
        Path jar = ModuleSource.module("module chat { requires bot.api; requires fonts; requires inks; requires papers;"
                        + " provides bot.Command with acme.Chat; }")
                .type(command("fonts.Fonts.name() + \" \" + inks.Inks.name() + \" \" + papers.Papers.name()"))
                .dependsOn(host.contractJar(), fonts, inks, papers)
                .toJar(directory.resolve("chat.jar"));

        LoadedModule module = manager.load(jar, fonts, inks, directory.resolve("lib"));

        assertThat(host.command(module).apply("")).isEqualTo("serif black rag");
        fonts("sans").toJar(fonts);
        assertThat(module.reload()).isClean();
        assertThat(host.command(module).apply("")).isEqualTo("sans black rag");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("Two modules have different versions of one library side by side")
    void twoModules_haveTheirOwnVersionsOfALibrary() {
        Path serif = fonts("serif").toJar(directory.resolve("1/fonts.jar"));
        Path sans = fonts("sans").toJar(directory.resolve("2/fonts.jar"));

        LoadedModule one = manager.load(reader("one", serif), serif);
        LoadedModule two = manager.load(reader("two", sans), sans);

        assertThat(host.command(one).apply("")).isEqualTo("serif");
        assertThat(host.command(two).apply("")).isEqualTo("sans");
        assertThat(one.unload()).isClean();
        assertThat(host.command(two).apply("")).isEqualTo("sans");
        assertThat(two.unload()).isClean();
    }

    @Test
    @DisplayName("An exploded module is loaded and reloaded")
    void explodedModule_isLoadedAndReloaded() {
        Path classes = host.chat("return \"one \" + text;").toDirectory(directory.resolve("classes"));

        LoadedModule module = manager.load(classes);

        assertThat(host.command(module).apply("ping")).isEqualTo("one ping");
        host.chat("return \"two \" + text;").toDirectory(classes);
        assertThat(module.reload()).isClean();
        assertThat(host.command(module).apply("ping")).isEqualTo("two ping");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("An exploded directory with META-INF/services is a module named after the directory")
    void explodedDirectoryWithServices_isNamedAfterIt() {
        Path classes = ModuleSource.plain()
                .type(command("getClass().getModule().getName()"))
                .service("bot.Command", "acme.Chat")
                .dependsOn(host.contractJar())
                .toDirectory(directory.resolve("small-chat"));

        LoadedModule module = manager.load(classes);

        assertThat(module.name()).isEqualTo("small.chat");
        assertThat(host.command(module).apply("")).isEqualTo("small.chat");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("A multi-release jar shows its highest version up to that of the JVM")
    void multiReleaseJar_showsVersionForTheJvm() throws Exception {
        Path newer = directory.resolve("newer");
        ModuleSource.plain()
                .type("package acme; class Late { static String word() { return \"class of 17\"; } }")
                .toDirectory(newer);
        Path jar = ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type(
                        command(
                                "Late.word() + \", \" + new String(Chat.class.getResourceAsStream(\"word.txt\").readAllBytes())"))
                .type("package acme; class Late { static String word() { return \"class of the base\"; } }")
                .resource("acme/word.txt", "text of the base")
                .resource("META-INF/versions/17/acme/Late.class", Files.readAllBytes(newer.resolve("acme/Late.class")))
                .resource("META-INF/versions/9/acme/word.txt", "text of 9")
                .resource("META-INF/versions/11/acme/word.txt", "text of 11")
                .resource("META-INF/versions/999/acme/word.txt", "text of 999")
                .manifest("Multi-Release", "true")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));

        LoadedModule module = manager.load(jar);

        assertThat(host.command(module).apply("")).isEqualTo("class of 17, text of 11");
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("Resources are found whatever their names: blanks, letters of any script, signs of URLs")
    void resources_areFoundWhateverTheirNames() {
        String[] names = {"a b.txt", "grüße.txt", "挨拶.txt", "100%25.txt", "a#b?c=d&e+f.txt", "[x]{y}^`|.txt"};
        ModuleSource source = ModuleSource.module(
                        "module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type(command("new String(Chat.class.getResourceAsStream(text).readAllBytes(), \"UTF-8\") + \" \""
                        + " + new String(Chat.class.getResource(text).openStream().readAllBytes(), \"UTF-8\")"))
                .dependsOn(host.contractJar());
        for (String name : names) {
            source = source.resource("acme/" + name, "<" + name + ">");
        }

        LoadedModule module = manager.load(source.toJar(directory.resolve("chat.jar")));

        assertThat(Stream.of(names).map(host.command(module)))
                .containsExactlyElementsOf(Stream.of(names)
                        .map(name -> "<" + name + "> <" + name + ">")
                        .toList());
        assertThat(module.unload()).isClean();
    }

    @Test
    @DisplayName("A module need not know of Layers")
    void module_needNotKnowOfLayers() {
        Path jar = ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type(command(
                        "getClass().getModule().getLayer().configuration().findModule(\"chat\").get().reads().stream()"
                                + ".map(java.lang.module.ResolvedModule::name).sorted().toList().toString()"))
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));

        LoadedModule module = manager.load(jar);

        assertThat(host.command(module).apply("")).isEqualTo("[bot.api, java.base]");
        assertThat(module.unload()).isClean();
    }

    private Path reader(String name, Path fonts) {
        return ModuleSource.module("module " + name + " { requires bot.api; requires fonts;"
                        + " provides bot.Command with acme.Chat; }")
                .type(command("fonts.Fonts.name()"))
                .dependsOn(host.contractJar(), fonts)
                .toJar(directory.resolve(name + ".jar"));
    }

    private static ModuleSource fonts(String name) {
        return ModuleSource.module("module fonts { exports fonts; }")
                .type("package fonts; public class Fonts { public static String name() { return \"" + name + "\"; } }");
    }

    private static String command(String expression) {
        return "package acme; public class Chat implements bot.Command { public String apply(String text) {"
                + " try { return " + expression + "; }"
                + " catch (Exception failure) { throw new IllegalStateException(failure); } } }";
    }
}
