package dev.layers.reload;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules that require modules of the same manager. */
class DependencyIT {
    private static final String NAMES = "public static String name() { return \"serif\"; }";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 A module calls what it requires, and both are collected, the dependent first")
    void dependentAndDependency_areCollectedInTurn(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            LoadedModule fonts = host.packages(host.fonts("", NAMES), "fonts");
            LoadedModule app = host.load(
                    host.app("requires acme.fonts;", "return text + acme.fonts.Fonts.name();", "fonts"), "app");

            assertThat(host.ask(app, "a ")).isEqualTo("a serif");
            assertThat(app.unload()).isClean();
            LoadedModule again = host.manager().load(host.jar("app"));
            assertThat(host.ask(again, "b ")).isEqualTo("b serif");
            assertThat(again.unload()).isClean();
            assertThat(fonts.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 Two versions of a library work side by side, also where one module requires the other")
    void privateLibraries_stayPrivate(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            Path one = words("1").toJar(directory.resolve("one/words.jar"));
            Path two = words("2").toJar(directory.resolve("two/words.jar"));
            Path plainOne = plain("1").toJar(directory.resolve("one/plain.jar"));
            Path plainTwo = plain("2").toJar(directory.resolve("two/plain.jar"));
            String uses = "requires org.words; requires plain;";
            ModuleSource fonts = host.fonts(
                            uses,
                            "public static String name() { return org.words.Words.VERSION.get() + org.plain.Plain.VERSION.get(); }")
                    .dependsOn(one, plainOne);
            ModuleSource app = host.app(
                            "requires acme.fonts;" + uses,
                            "return acme.fonts.Fonts.name() + org.words.Words.VERSION.get() + org.plain.Plain.VERSION.get();",
                            "fonts")
                    .dependsOn(two, plainTwo);

            LoadedModule below = host.packages(fonts, "fonts", one, plainOne);
            LoadedModule above = host.load(app, "app", two, plainTwo);

            assertThat(host.ask(above, "")).isEqualTo("1122");
            assertThat(above.unload()).isClean();
            assertThat(below.unload()).isClean();
        }
    }

    private static ModuleSource words(String version) {
        return ModuleSource.module("module org.words { exports org.words; }")
                .type("package org.words; public class Words { public static final"
                        + " java.util.function.Supplier<String> VERSION = () -> \"" + version + "\"; }");
    }

    private static ModuleSource plain(String version) {
        return ModuleSource.plain()
                .type("package org.plain; public class Plain { public static final"
                        + " java.util.function.Supplier<String> VERSION = () -> \"" + version + "\"; }");
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 What is required transitively is seen too, be it a module or a private library")
    void transitiveRequirements_areSeen(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            Path words = words("1").toJar(directory.resolve("lib/words.jar"));
            ModuleSource base = host.module("acme.base", "exports acme.base;")
                    .type("package acme.base; public class Base { public static String name() { return \"base \"; } }");
            LoadedModule bottom = host.packages(base, "base");
            LoadedModule middle = host.packages(
                    host.fonts("requires transitive acme.base; requires transitive org.words;", NAMES, "base")
                            .dependsOn(words),
                    "fonts",
                    words);

            LoadedModule app = host.load(
                    host.app(
                                    "requires acme.fonts;",
                                    "return acme.base.Base.name() + org.words.Words.VERSION.get() + acme.fonts.Fonts.name();",
                                    "fonts",
                                    "base")
                            .dependsOn(words),
                    "app");

            assertThat(host.ask(app, "")).isEqualTo("base 1serif");
            assertThat(app.unload()).isClean();
            assertThat(middle.unload()).isClean();
            assertThat(bottom.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 An optional module is stood on if it is there")
    void optionalModule_isStoodOnIfThere(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            ModuleSource fonts = host.fonts("", NAMES);
            fonts.toJar(host.jar("fonts"));
            ModuleSource app = host.app(
                    "requires static acme.fonts;",
                    "try { return acme.fonts.Fonts.name(); } catch (NoClassDefFoundError absent) { return \"none\"; }",
                    "fonts");

            LoadedModule without = host.load(app, "app");
            assertThat(host.ask(without, "")).isEqualTo("none");
            assertThat(without.unload()).isClean();
            LoadedModule optional = host.packages(fonts, "fonts");
            LoadedModule with = host.load(app, "app");

            assertThat(host.ask(with, "")).isEqualTo("serif");
            assertThat(with.unload()).isClean();
            assertThat(optional.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 What is exported or opened to a module by name is seen by it, though it came later")
    void qualifiedExportsAndOpens_areSeen(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            ModuleSource fonts = host.fonts(
                            "exports acme.fonts.spi to acme.app; opens acme.fonts.deep to acme.app;", NAMES)
                    .type(
                            "package acme.fonts.spi; public class Spi { public static String name() { return \"spi \"; } }")
                    .type("package acme.fonts.deep; public class Deep { private final String name = \"deep\";"
                            + " public static Class<?> type() { return Deep.class; } }")
                    .type("package acme.fonts.spi; public class Door { public static Object deep() throws Exception {"
                            + " return new acme.fonts.deep.Deep(); } }")
                    .compilerOptions("-Xlint:none");
            LoadedModule below = host.packages(fonts, "fonts");
            ModuleSource app = host.app(
                    "requires acme.fonts;",
                    "try { Object deep = acme.fonts.spi.Door.deep();"
                            + " var name = deep.getClass().getDeclaredField(\"name\"); name.setAccessible(true);"
                            + " return acme.fonts.spi.Spi.name() + name.get(deep); }"
                            + " catch (Exception failed) { return failed.toString(); }",
                    "fonts");

            LoadedModule above = host.load(app, "app");

            assertThat(host.ask(above, "")).isEqualTo("spi deep");
            assertThat(above.unload()).isClean();
            assertThat(below.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 A plain jar names in its manifest what it requires, and shows itself to others")
    void plainJars_requireAndAreRequired(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            Path library = plain("1").toJar(directory.resolve("lib/plain.jar"));
            Path other = plain("2").toJar(directory.resolve("other/plain.jar"));
            ModuleSource fonts = ModuleSource.plain()
                    .manifest("Automatic-Module-Name", "acme.fonts")
                    .service("java.util.function.Supplier", "acme.fonts.Fonts")
                    .type("package acme.fonts; public class Fonts implements java.util.function.Supplier<String> {"
                            + " public String get() { return org.plain.Plain.VERSION.get(); } }")
                    .dependsOn(library);
            LoadedModule below = host.packages(fonts, "fonts", library);
            ModuleSource app = ModuleSource.plain()
                    .manifest("Automatic-Module-Name", "acme.app")
                    .manifest("Layers-Requires", "acme.fonts")
                    .service("bot.Command", "acme.app.App")
                    .type(
                            "package acme.app; public class App implements bot.Command { public String apply(String text) {"
                                    + " return new acme.fonts.Fonts().get() + org.plain.Plain.VERSION.get(); } }")
                    .dependsOn(directory.resolve("bot-api.jar"), host.jar("fonts"), other);

            ModuleSource explicit = host.module(
                            "acme.other",
                            "requires acme.fonts; requires plain; provides bot.Command with acme.other.Other;",
                            "fonts")
                    .type("package acme.other; public class Other implements bot.Command {"
                            + " public String apply(String text) {"
                            + " return new acme.fonts.Fonts().get() + org.plain.Plain.VERSION.get() + 3; } }")
                    .dependsOn(other);

            LoadedModule above = host.load(app, "app", other);
            LoadedModule beside = host.load(explicit, "other", other);

            assertThat(host.ask(above, "")).isEqualTo("12");
            assertThat(host.ask(beside, "")).isEqualTo("123");
            assertThat(above.unload()).isClean();
            assertThat(beside.unload()).isClean();
            assertThat(below.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 Resources of what is required are seen as its classes are")
    void resources_areSeenAsClasses(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            LoadedModule below = host.packages(
                    host.fonts("opens acme.fonts;", NAMES)
                            .resource("acme/fonts/serif.txt", "font")
                            .resource("acme/fonts/hidden/serif.txt", "hidden")
                            .resource("META-INF/fonts.txt", "own"),
                    "fonts");
            ModuleSource app = host.app(
                    "requires acme.fonts;",
                    "ClassLoader loader = App.class.getClassLoader();"
                            + " return (loader.getResource(text) != null) + \" \""
                            + " + loader.resources(text).count();",
                    "fonts");

            LoadedModule above = host.load(app, "app");

            assertThat(host.ask(above, "acme/fonts/serif.txt")).isEqualTo("true 1");
            assertThat(host.ask(above, "acme/fonts/Fonts.class")).isEqualTo("true 1");
            assertThat(host.ask(above, "acme/fonts/hidden/serif.txt")).isEqualTo("false 0");
            assertThat(host.ask(above, "META-INF/fonts.txt")).isEqualTo("false 0");
            assertThat(above.unload()).isClean();
            assertThat(below.unload()).isClean();
        }
    }

    @ParameterizedTest
    @EnumSource(GroundHost.Kind.class)
    @DisplayName("G27 Services of what is required are found through the layer")
    void servicesOfADependency_areFoundThroughTheLayer(GroundHost.Kind kind) throws Exception {
        try (GroundHost host = GroundHost.create(kind, directory)) {
            LoadedModule below = host.packages(
                    host.fonts("provides acme.fonts.Style with acme.fonts.Bold;", NAMES)
                            .type("package acme.fonts; public interface Style { String name(); }")
                            .type("package acme.fonts; public class Bold implements Style {"
                                    + " public String name() { return \"bold\"; } }"),
                    "fonts");
            LoadedModule above = host.load(
                    host.app(
                            "requires acme.fonts; uses acme.fonts.Style;",
                            "return java.util.ServiceLoader.load(App.class.getModule().getLayer(), acme.fonts.Style.class)"
                                    + ".findFirst().orElseThrow().name();",
                            "fonts"),
                    "app");

            assertThat(host.ask(above, "")).isEqualTo("bold");
            assertThat(above.unload()).isClean();
            assertThat(below.unload()).isClean();
        }
    }
}
