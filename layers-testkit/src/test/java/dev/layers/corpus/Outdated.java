package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;

/** Modules that were compiled against version 1 of the contract. */
final class Outdated {
    /** What most of them are told to do. */
    static final String ADVICE = "compile the module against the contract of the host";

    private Outdated() {}

    /** Returns a bad artifact whose command has that body, compiled where {@code old} stands in the contract. */
    static BadArtifact command(String name, String old, String body, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> chat(host.oldContract(old), body).toJar(directory.resolve("chat.jar")),
                messages);
    }

    /** Returns a bad artifact with {@code type} beside its command. */
    static BadArtifact withType(String name, String old, String type, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) ->
                        chat(host.oldContract(old), "return text;").type(type).toJar(directory.resolve("chat.jar")),
                messages);
    }

    /** Returns a module whose command has that body, compiled against {@code contract}. */
    static ModuleSource chat(Path contract, String body) {
        return module("public String apply(String text) { " + body + " }").dependsOn(contract);
    }

    /** Returns a module whose command has that method. */
    static ModuleSource module(String method) {
        return ModuleSource.module("module chat { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " static { bot.Trace.leave(\"chat\"); } " + method + " }");
    }
}
