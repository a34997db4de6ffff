package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Artifacts that cannot be told apart, and names that belong to somebody else. */
final class NameCases {
    private NameCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(several(), reserved(), twice()).flatMap(List::stream);
    }

    private static List<BadArtifact> several() {
        return List.of(
                BadArtifact.jars(
                        "two modules of a directory that provide services",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            host.plainChat("return text;").toJar(jars.resolve("talk.jar"));
                        },
                        "L023 {dir}/chat: several modules provide services: 'chat', 'talk'; wanted one module"
                                + " that provides services; leave one in the directory, or load one and name the others"
                                + " as its libraries"),
                BadArtifact.jars(
                        "one jar of a directory three times, under three names",
                        (host, jars) -> {
                            host.plainChat("return text;").toJar(jars.resolve("a.jar"));
                            host.plainChat("return text;").toJar(jars.resolve("b.jar"));
                            host.plainChat("return text;").toJar(jars.resolve("c.jar"));
                        },
                        "L032 {dir}/chat/b.jar: its bytes are those of {dir}/chat/a.jar; wanted each library"
                                + " once; remove one of the two",
                        "L032 {dir}/chat/c.jar: its bytes are those of {dir}/chat/a.jar; wanted each library"
                                + " once; remove one of the two"));
    }

    private static List<BadArtifact> reserved() {
        return List.of(
                BadArtifact.of(
                        "a module that bears the name of the contract",
                        (host, directory) -> Files.write(directory.resolve("chat.jar"), CorpusHost.contractBytes()),
                        "L030 {dir}/chat.jar: module 'bot.api': 'bot.api' is the name of a module of the"
                                + " contract; wanted a name of its own; rename the module",
                        "L050 {dir}/chat.jar: module 'bot.api': provides no 'bot.Command'; wanted a provider"
                                + " of 'bot.Command'; add 'provides ... with ...' to module-info.java, beside which"
                                + " META-INF/services does not count"),
                named(
                        "a module that bears a name of the host",
                        "bot.tools",
                        "L030 {dir}/chat.jar: module 'bot.tools': 'bot.tools' is the name of a module of the"
                                + " host; wanted a name of its own; rename the module"),
                named(
                        "a module that bears a name of the JDK",
                        "java.logging",
                        "L030 {dir}/chat.jar: module 'java.logging': 'java.logging' is the name of a module of"
                                + " the JDK; wanted a name of its own; rename the module"),
                BadArtifact.of(
                        "a plain jar whose file is called like a module of the JDK",
                        (host, directory) ->
                                host.plainChat("return text;").toJar(directory.resolve("java-logging-1.0.jar")),
                        "L030 {dir}/java-logging-1.0.jar: module 'java.logging': 'java.logging' is the name of"
                                + " a module of the JDK; wanted a name of its own; rename the module"));
    }

    private static List<BadArtifact> twice() {
        return List.of(
                BadArtifact.jars(
                        "two libraries of one module name",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            CorpusHost.tools("2").toJar(jars.resolve("tools-2.jar"));
                            CorpusHost.tools("3").toJar(jars.resolve("tools-3.jar"));
                        },
                        "L031 {dir}/chat/tools-3.jar: module 'bot.tools' is also in {dir}/chat/tools-2.jar;"
                                + " wanted one artifact of each module name; remove one of the two"),
                BadArtifact.jars(
                        "a plain library in two versions",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            CorpusHost.plainLibrary("words").toJar(jars.resolve("words-1.0.jar"));
                            CorpusHost.plainLibrary("words")
                                    .resource("words/more.txt", "more")
                                    .toJar(jars.resolve("words-1.1.jar"));
                        },
                        "L031 {dir}/chat/words-1.1.jar: module 'words' is also in {dir}/chat/words-1.0.jar;"
                                + " wanted one artifact of each module name; remove one of the two"),
                BadArtifact.jars(
                        "one library twice",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            CorpusHost.tools("2").toJar(jars.resolve("tools.jar"));
                            CorpusHost.tools("2").toJar(jars.resolve("tools-copy.jar"));
                        },
                        "L032 {dir}/chat/tools.jar: its bytes are those of {dir}/chat/tools-copy.jar; wanted"
                                + " each library once; remove one of the two"),
                BadArtifact.of(
                        "the module as its own library",
                        (host, directory) -> {
                            Path chat = host.chat("return text;").toJar(directory.resolve("chat.jar"));
                            return host.beside(chat, chat);
                        },
                        "L032 {dir}/chat.jar: its bytes are those of {dir}/chat.jar; wanted each library once;"
                                + " remove one of the two"),
                BadArtifact.jars(
                        "one library twice and another in two versions",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            CorpusHost.tools("2").toJar(jars.resolve("tools.jar"));
                            CorpusHost.tools("2").toJar(jars.resolve("tools-2.jar"));
                            CorpusHost.tools("3").toJar(jars.resolve("tools-3.jar"));
                        },
                        "L031 {dir}/chat/tools-3.jar: module 'bot.tools' is also in {dir}/chat/tools-2.jar;"
                                + " wanted one artifact of each module name; remove one of the two",
                        "L032 {dir}/chat/tools.jar: its bytes are those of {dir}/chat/tools-2.jar; wanted each"
                                + " library once; remove one of the two"));
    }

    private static BadArtifact named(String name, String module, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> ModuleSource.module(
                                "module " + module + " { requires bot.api; provides bot.Command with acme.Chat; }")
                        .type("package acme; public class Chat implements bot.Command {"
                                + " public String apply(String text) { return text; } }")
                        .dependsOn(host.contractJar())
                        .toJar(directory.resolve("chat.jar")),
                messages);
    }
}
