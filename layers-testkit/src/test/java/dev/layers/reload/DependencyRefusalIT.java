package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that do not go together with modules of the same manager are refused by name. */
class DependencyRefusalIT {
    private static final String NAMES = "public static String name() { return \"serif\"; }";
    private static final String ASKS = "return acme.fonts.Fonts.name();";

    @TempDir
    Path directory;

    private GroundHost host;

    @BeforeEach
    void host() throws Exception {
        host = GroundHost.create(GroundHost.Kind.MODULE_PATH, directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    @DisplayName("G27 G14 A module whose required module is not loaded is refused, and loads once it is")
    void absentModule_isToldByName() {
        ModuleSource fonts = host.fonts("", NAMES);
        fonts.toJar(host.jar("fonts"));
        Path app = host.app("requires acme.fonts;", ASKS, "fonts").toJar(host.jar("app"));

        assertThat(host.refusal(app))
                .containsExactly(
                        "L040 " + app + ": module 'acme.app': requires 'acme.fonts', and no module of that name is"
                                + " loaded; wanted module 'acme.fonts' with the module, in the host or loaded; load it first or"
                                + " put it into the same set, bring it as a private library, or remove the 'requires'");
        host.packages(fonts, "fonts");
        assertThat(host.manager().check(app).errors()).isEmpty();
        assertThat(host.ask(host.manager().load(app), "")).isEqualTo("serif");
    }

    @Test
    @DisplayName("G27 A private library of a module is not seen by those that require it")
    void privateLibrary_isNotSeen() {
        Path words = words().toJar(directory.resolve("lib/words.jar"));
        host.packages(host.fonts("requires org.words;", NAMES).dependsOn(words), "fonts", words);
        Path strict = host.app("requires acme.fonts; requires org.words;", ASKS, "fonts")
                .dependsOn(words)
                .toJar(host.jar("strict"));
        ModuleSource optional = host.app(
                        "requires acme.fonts; requires static org.words;",
                        "try { return org.words.Words.name(); } catch (NoClassDefFoundError absent) { return "
                                + "App.class.getModule().getLayer().findModule(\"org.words\")"
                                + ".map(App.class.getModule()::canRead).toString(); }",
                        "fonts")
                .dependsOn(words);

        assertThat(host.refusal(strict))
                .containsExactly(
                        "L040 " + strict + ": module 'acme.app': requires 'org.words', which module 'acme.fonts' has"
                                + " as a private library alone; wanted module 'org.words' with the module, in the host or loaded;"
                                + " load it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'");
        LoadedModule app = host.load(optional, "app");
        assertThat(host.ask(app, "")).isEqualTo("Optional[false]");
        assertThat(app.unload()).isClean();
    }

    private static ModuleSource words() {
        return ModuleSource.module("module org.words { exports org.words; }")
                .type("package org.words; public class Words { public static String name() { return \"words\"; } }");
    }

    @Test
    @DisplayName("G27 A required module outside of its range of versions is refused with both, an optional one too")
    void version_outOfRange_isToldByName() {
        host.packages(host.fonts("", NAMES).version("1.1"), "fonts");
        Path manifest = host.app("requires acme.fonts;", ASKS, "fonts")
                .manifest("Layers-Requires", "acme.fonts;version=\"[1.2,2)\"")
                .toJar(host.jar("manifest"));
        Path plain = host.app("requires static acme.fonts;", ASKS, "fonts").toJar(host.jar("plain"));

        assertThat(host.refusal(manifest))
                .containsExactly(
                        "L047 " + manifest + ": module 'acme.app': requires 'acme.fonts', which is loaded as version"
                                + " 1.1; wanted version [1.2,2) of module 'acme.fonts'; load a version that lies in the range, or"
                                + " change the range in its manifest");
        assertThat(host.refusal(LoadOptions.standard().requiring("acme.fonts", "2"), plain))
                .containsExactly(
                        "L047 " + plain + ": module 'acme.app': requires 'acme.fonts' optionally, which is loaded as"
                                + " version 1.1; wanted version 2 of module 'acme.fonts'; load a version that lies in the range,"
                                + " or change the range in the options of the load");
        LoadedModule fitting = host.manager().load(LoadOptions.standard().requiring("acme.fonts", "(,1.1]"), plain);
        assertThat(host.ask(fitting, "")).isEqualTo("serif");
    }

    @Test
    @DisplayName("G27 A required module without a version is in no range")
    void noVersion_isInNoRange() {
        host.packages(host.fonts("", NAMES), "fonts");
        Path app = host.app("requires acme.fonts;", ASKS, "fonts")
                .manifest("Layers-Requires", "acme.fonts;version=1")
                .toJar(host.jar("app"));

        assertThat(host.refusal(app))
                .containsExactly("L047 " + app + ": module 'acme.app': requires 'acme.fonts', which is loaded without a"
                        + " version; wanted version 1 of module 'acme.fonts'; load a version that lies in the range, or"
                        + " change the range in its manifest");
    }

    @Test
    @DisplayName("G27 G9 What the new generation of a module no longer has is told to those that use it")
    void linkage_isCheckedAgainstWhatIsRequired() {
        LoadedModule old = host.packages(
                host.fonts("", NAMES + " public static int size(String font) { return 1; }")
                        .version("1"),
                "fonts");
        Path app = host.app("requires acme.fonts;", "return \"\" + acme.fonts.Fonts.size(text);", "fonts")
                .toJar(host.jar("app"));
        LoadedModule fitting = host.manager().load(app);
        assertThat(host.ask(fitting, "")).isEqualTo("1");
        fitting.unload();
        old.unload();

        host.packages(
                host.fonts("", NAMES + " public static long size(String font) { return 2; }")
                        .version("2"),
                "fonts");

        assertThat(host.refusal(app))
                .containsExactly(
                        "L061 " + app + ": acme.app.App.apply(String): 'acme.fonts.Fonts.size(String): int' does not"
                                + " exist, 'acme.fonts.Fonts.size(String): long' does; wanted a method of module 'acme.fonts@2';"
                                + " compile the module against module 'acme.fonts'");
    }

    @Test
    @DisplayName("G27 G9 A package that is exported no longer is told to those that use it")
    void unexportedPackage_isTold() {
        host.fonts("exports acme.fonts.spi;", NAMES).type(SPI).toJar(host.jar("fonts"));
        Path app = host.app("requires acme.fonts;", "return acme.fonts.spi.Spi.name();", "fonts")
                .toJar(host.jar("app"));
        host.packages(
                host.fonts("exports acme.fonts.spi to acme.other;", NAMES)
                        .type(SPI)
                        .compilerOptions("-Xlint:none"),
                "fonts");

        assertThat(host.refusal(app))
                .containsExactly(
                        "L064 " + app + ": acme.app.App.apply(String): 'acme.fonts.spi.Spi' is in a package that is"
                                + " not exported; wanted public types and members of exported packages; use what module"
                                + " 'acme.fonts' makes public");
    }

    private static final String SPI =
            "package acme.fonts.spi; public class Spi { public static String name() { return \"spi\"; } }";

    @Test
    @DisplayName("G27 A package that a module and what it requires both have is told with both")
    void sharedPackage_isTold() {
        host.packages(host.fonts("", NAMES), "fonts");
        Path words = ModuleSource.module("module org.words { exports acme.fonts; }")
                .type("package acme.fonts; public class Other {}")
                .toJar(directory.resolve("lib/words.jar"));
        Path app = host.app("requires acme.fonts;", "return text;", "fonts").toJar(host.jar("app"));

        assertThat(host.refusal(app, words))
                .containsExactly("L043 " + words + ": module 'org.words': contains package 'acme.fonts', which module"
                        + " 'acme.fonts' exports to 'acme.app'; wanted every module and package from one side alone;"
                        + " remove it from the artifact, or do not require 'acme.fonts'");
    }

    @Test
    @DisplayName("G27 A module that provides no service is refused unless it is there for others")
    void moduleWithoutProvider_isThereForOthersAlone() {
        Path fonts = host.fonts("", NAMES).toJar(host.jar("fonts"));

        assertThat(host.refusal(fonts))
                .singleElement()
                .asString()
                .startsWith("L050 " + fonts + ": module 'acme.fonts': provides no 'bot.Command'");
        assertThat(host.packages(host.fonts("", NAMES), "fonts").unload()).isClean();
    }
}
