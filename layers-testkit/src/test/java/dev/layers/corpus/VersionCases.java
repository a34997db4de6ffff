package dev.layers.corpus;

import java.util.List;
import java.util.stream.Stream;

/** What the manifest says about the versions of modules that are required. */
final class VersionCases {
    private static final String WANTED =
            "; wanted 'Layers-Requires: acme.fonts;version=\"[1.2,2)\", acme.text', of modules that are required;"
                    + " correct the manifest and build again";
    private static final String RANGES =
            "; wanted a version such as 1.2 for that and all higher ones, or an interval such as [1.2,2), (,2] or [1.5]";

    private VersionCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(outOfRange(), unintelligible()).flatMap(List::stream);
    }

    private static List<BadArtifact> outOfRange() {
        return List.of(
                requiring(
                        "a module of the host that is too old",
                        "bot.api;version=\"[3,4)\"",
                        "L047 {dir}/chat.jar: module 'chat': requires 'bot.api', which is in the host as version 2;"
                                + " wanted version [3,4) of module 'bot.api'; load a version that lies in the range, or"
                                + " change the range in its manifest"),
                BadArtifact.of(
                        "a private library without the version that is wanted",
                        (host, directory) -> host.beside(
                                host.chat("requires org.words;", "return text;")
                                        .dependsOn(CorpusHost.library("org.words")
                                                .toJar(directory.resolve("stub/words.jar")))
                                        .manifest("Layers-Requires", "org.words;version=1")
                                        .toJar(directory.resolve("chat.jar")),
                                CorpusHost.library("org.words").toJar(directory.resolve("words.jar"))),
                        "L047 {dir}/chat.jar: module 'chat': requires 'org.words', which is a private library without a"
                                + " version; wanted version 1 of module 'org.words'; load a version that lies in the"
                                + " range, or change the range in its manifest"));
    }

    private static List<BadArtifact> unintelligible() {
        return List.of(
                requiring(
                        "a range of versions without an end",
                        "bot.api;version=\"[1,2\"",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires' in its manifest, of 'bot.api':"
                                + " Version range '[1,2': its end has no bracket" + RANGES + WANTED),
                requiring(
                        "a range of versions whose comma is not in quotes",
                        "bot.api;version=[1,2)",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires' in its manifest, of 'bot.api':"
                                + " Version range '[1': its end has no bracket" + RANGES + WANTED,
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires' in its manifest names '2)', which nothing"
                                + " of it requires" + WANTED),
                requiring(
                        "a requirement with something else than a version",
                        "bot.api;resolution:=optional",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires: bot.api;resolution:=optional' in its"
                                + " manifest" + WANTED),
                requiring(
                        "a version of a module that is named twice",
                        "bot.api;version=1, bot.api",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires' in its manifest names 'bot.api' twice"
                                + WANTED),
                requiring(
                        "a list of requirements with nothing at its end",
                        "bot.api,",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires: bot.api,' in its manifest" + WANTED),
                requiring(
                        "a version of a module that is not required",
                        "org.words;version=1",
                        "L048 {dir}/chat.jar: module 'chat': 'Layers-Requires' in its manifest names 'org.words', which"
                                + " nothing of it requires" + WANTED));
    }

    private static BadArtifact requiring(String name, String value, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> host.chat("return text;")
                        .manifest("Layers-Requires", value)
                        .toJar(directory.resolve("chat.jar")),
                messages);
    }
}
