package dev.layers.guarantees;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.Offer;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Path;

/** Three modules that stand on each other: {@code top} on {@code middle} on {@code base}. */
final class Storeys {
    private final TestHost host;
    private final Path directory;

    Storeys(TestHost host, Path directory) {
        this.host = host;
        this.directory = directory;
    }

    /** Returns a base whose word is {@code word}; {@code member} is another member of the class that has it. */
    ModuleSource base(String word, String member) {
        return ModuleSource.module("module base { exports base; }")
                .type("package base; public class Base { public static String word() { return \"" + word + "\"; }"
                        + member + " }");
    }

    /** Returns a middle that says its own word, and the base's. */
    ModuleSource middle(String word) {
        return middle(word, "requires base;", "base.Base.word()");
    }

    /** Returns a middle that calls {@code base}, an expression. */
    ModuleSource middle(String word, String requires, String base) {
        return ModuleSource.module("module middle { requires bot.api; " + requires
                        + " exports middle; provides bot.Command with middle.Middle; }")
                .type("package middle; public class Middle implements bot.Command {"
                        + " public String apply(String text) { return say(); }"
                        + " public static String say() { return \"" + word + " \" + " + base + "; } }")
                .dependsOn(host.contractJar())
                .dependsOn(base("any", ""));
    }

    /** Returns a top that says its own word, and what the middle says. */
    ModuleSource top(String word) {
        return ModuleSource.module(
                        "module top { requires bot.api; requires middle; provides bot.Command with top.Top; }")
                .type("package top; public class Top implements bot.Command {"
                        + " public String apply(String text) { return \"" + word + " \" + middle.Middle.say(); } }")
                .dependsOn(host.contractJar())
                .dependsOn(middle("any"))
                .dependsOn(base("any", ""));
    }

    LoadedModule loadBase(LayerManager manager, ModuleSource source) throws IOException {
        return manager.load(
                LoadOptions.standard().offering(Offer.PACKAGES), source.toJar(directory.resolve("base.jar")));
    }

    LoadedModule loadMiddle(LayerManager manager, ModuleSource source) throws IOException {
        return manager.load(source.toJar(directory.resolve("middle.jar")));
    }

    LoadedModule loadTop(LayerManager manager, ModuleSource source) throws IOException {
        return manager.load(source.toJar(directory.resolve("top.jar")));
    }

    Path baseJar() {
        return directory.resolve("base.jar");
    }

    Path middleJar() {
        return directory.resolve("middle.jar");
    }
}
