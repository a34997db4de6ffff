package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Private libraries of several kinds. */
final class GoodLibraries {
    private GoodLibraries() {}

    static Stream<GoodArtifact> all() {
        return Stream.of(kinds(), host()).flatMap(List::stream);
    }

    private static List<GoodArtifact> kinds() {
        return List.of(
                GoodArtifact.of("libraries in a directory of jars", (host, directory) -> {
                            Path tools = CorpusHost.tools("2").toJar(directory.resolve("libraries/tools.jar"));
                            CorpusHost.library("org.words").toJar(directory.resolve("libraries/words.jar"));
                            return host.beside(using(host, tools, directory), directory.resolve("libraries"));
                        })
                        .saying("2 ping"),
                GoodArtifact.of("a library of a library", (host, directory) -> {
                            Path tools = CorpusHost.tools("2").toJar(directory.resolve("tools.jar"));
                            Path words = ModuleSource.module(
                                            "module org.words { requires bot.tools; exports org.words; }")
                                    .type(
                                            "package org.words; public class Words { public static String good() { return bot.tools.Hammer.version(); } }")
                                    .dependsOn(tools)
                                    .toJar(directory.resolve("words.jar"));
                            return host.beside(
                                    host.chat("requires org.words;", "return org.words.Words.good() + ' ' + text;")
                                            .dependsOn(words, tools)
                                            .toJar(directory.resolve("chat.jar")),
                                    words,
                                    tools);
                        })
                        .saying("2 ping"),
                GoodArtifact.of("a module, a plain library, and one of classes", (host, directory) -> {
                    Path words = ModuleSource.plain()
                            .type(
                                    "package words; public class Words { public static String good() { return numbers.Numbers.good(); } }")
                            .dependsOn(numbers().toDirectory(directory.resolve("numbers")))
                            .toJar(directory.resolve("words.jar"));
                    return host.beside(
                            host.chat("requires words;", "return words.Words.good() + text;")
                                    .dependsOn(words)
                                    .toJar(directory.resolve("chat.jar")),
                            words,
                            directory.resolve("numbers"));
                }),
                GoodArtifact.of(
                        "a library of resources alone",
                        (host, directory) -> host.beside(
                                host.plainChat(
                                                "try (var in = Chat.class.getClassLoader().getResourceAsStream(\"words.txt\")) { return new String(in.readAllBytes()) + text; } catch (java.io.IOException e) { return null; }")
                                        .toJar(directory.resolve("chat.jar")),
                                ModuleSource.plain()
                                        .resource("words.txt", "good ")
                                        .toJar(directory.resolve("words.jar")))),
                GoodArtifact.of(
                        "a library with services of its own and one that is not used",
                        (host, directory) -> host.beside(
                                host.chat("return \"good \" + text;").toJar(directory.resolve("chat.jar")),
                                numbers()
                                        .service("java.lang.Runnable", "numbers.Numbers")
                                        .toJar(directory.resolve("numbers.jar")),
                                CorpusHost.plainLibrary("words").toJar(directory.resolve("words.jar")))));
    }

    private static List<GoodArtifact> host() {
        return List.of(
                GoodArtifact.of("a library that the host has in another version", (host, directory) -> {
                            Path tools = CorpusHost.tools("2").toJar(directory.resolve("tools-2.jar"));
                            return host.beside(using(host, tools, directory), tools);
                        })
                        .saying("2 ping"),
                GoodArtifact.of(
                                "a library that the host has in another version, in a plain jar",
                                (host, directory) -> host.beside(
                                        host.plainChat("return bot.tools.Hammer.version() + ' ' + text;")
                                                .dependsOn(host.toolsJar())
                                                .toJar(directory.resolve("chat.jar")),
                                        Entries.of(CorpusHost.tools("2"))
                                                .without("module-info.class")
                                                .writeTo(directory.resolve("tools-2.jar"))))
                        .saying("2 ping"),
                GoodArtifact.of("classes of a library of the host packed into a plain jar", (host, directory) -> {
                            Entries tools = Entries.of(CorpusHost.tools("2"));
                            return Entries.of(host.plainChat("return bot.tools.Hammer.version() + ' ' + text;")
                                            .dependsOn(host.toolsJar()))
                                    .with("bot/tools/Hammer.class", tools.of("bot/tools/Hammer.class"))
                                    .writeTo(directory.resolve("chat.jar"));
                        })
                        .saying("2 ping"),
                GoodArtifact.of("a library of the host", (host, directory) -> using(host, host.toolsJar(), directory))
                        .saying("1 ping"));
    }

    private static Path using(CorpusHost host, Path tools, Path directory) {
        return host.chat("requires bot.tools;", "return bot.tools.Hammer.version() + ' ' + text;")
                .dependsOn(tools)
                .toJar(directory.resolve("chat.jar"));
    }

    private static ModuleSource numbers() {
        return ModuleSource.plain()
                .type(
                        "package numbers; public class Numbers implements Runnable { public void run() {} public static String good() { return \"good \"; } }");
    }
}
