package dev.layers.corpus;

import dev.layers.LayerManagerBuilder;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the contract does not allow: modules that are required, native code. */
final class PermissionCases {
    private PermissionCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(requires(), plain(), nativeCode()).flatMap(List::stream);
    }

    private static BadArtifact small(String name, BadArtifact.Recipe recipe, String... messages) {
        return BadArtifact.of(name, recipe, messages).by((host, good) -> limited(host));
    }

    private static LayerManagerBuilder limited(CorpusHost host) {
        return host.manager(
                host.contractBuilder().allowRequires("java.logging", "java.xml").build());
    }

    private static BadArtifact pure(String name, BadArtifact.Recipe recipe, String... messages) {
        return BadArtifact.of(name, recipe, messages)
                .by((host, good) ->
                        host.manager(host.contractBuilder().refuseNativeCode().build()));
    }

    private static List<BadArtifact> requires() {
        return List.of(
                small(
                        "a required module that is not allowed",
                        (host, directory) -> host.chat("requires java.logging; requires java.net.http;", "return text;")
                                .toJar(directory.resolve("chat.jar")),
                        "L080 {dir}/chat.jar: module 'chat': requires 'java.net.http'; wanted 'requires' of"
                                + " nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it"),
                BadArtifact.of(
                                "a required module where none is allowed",
                                (host, directory) -> host.chat("requires java.logging;", "return text;")
                                        .toJar(directory.resolve("chat.jar")),
                                "L080 {dir}/chat.jar: module 'chat': requires 'java.logging'; wanted 'requires' of"
                                        + " nothing but 'java.base'; remove it, or ask the host to allow it")
                        .by((host, good) -> host.manager(
                                host.contractBuilder().allowRequires().build())),
                small(
                        "required modules that are not allowed, optionally and transitively too",
                        (host, directory) -> host.chat(
                                        "requires static java.net.http; requires transitive java.management;"
                                                + " requires bot.tools;",
                                        "return text;")
                                .dependsOn(host.toolsJar())
                                .toJar(directory.resolve("chat.jar")),
                        "L080 {dir}/chat.jar: module 'chat': requires 'bot.tools'; wanted 'requires' of"
                                + " nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it",
                        "L080 {dir}/chat.jar: module 'chat': requires 'java.management'; wanted 'requires' of"
                                + " nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it",
                        "L080 {dir}/chat.jar: module 'chat': requires 'java.net.http'; wanted 'requires' of"
                                + " nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it"),
                small(
                        "a private library that requires what is not allowed",
                        (host, directory) -> host.beside(
                                host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                ModuleSource.module("module org.words { requires java.net.http; }")
                                        .toJar(directory.resolve("words.jar"))),
                        "L080 {dir}/words.jar: module 'org.words': requires 'java.net.http'; wanted 'requires'"
                                + " of nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it"),
                small(
                        "one required module that is not allowed and one that is nowhere",
                        (host, directory) -> host.chat("requires java.net.http; requires org.words;", "return text;")
                                .dependsOn(ModuleSource.module("module org.words {}")
                                        .toJar(directory.resolve("stub/words.jar")))
                                .toJar(directory.resolve("chat.jar")),
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that name"
                                + " is loaded; wanted module 'org.words' with the module, in the host or loaded; load it"
                                + " first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L080 {dir}/chat.jar: module 'chat': requires 'java.net.http'; wanted 'requires' of"
                                + " nothing but 'java.logging', 'java.xml'; remove it, or ask the host to allow it"));
    }

    private static List<BadArtifact> plain() {
        return List.of(
                small(
                        "a plain jar where the contract limits what is required",
                        (host, directory) -> host.plainChat("return text;").toJar(directory.resolve("chat.jar")),
                        "L081 {dir}/chat.jar: module 'chat': a plain jar, which reads every module; wanted a"
                                + " module descriptor, since the contract limits what is required; add module-info.java"),
                small(
                        "a plain library where the contract limits what is required",
                        (host, directory) -> host.beside(
                                host.chat("return text;").toJar(directory.resolve("chat.jar")),
                                ModuleSource.plain()
                                        .type("package words; public class Word {}")
                                        .toJar(directory.resolve("words.jar"))),
                        "L081 {dir}/words.jar: module 'words': a plain jar, which reads every module; wanted a"
                                + " module descriptor, since the contract limits what is required; add module-info.java"));
    }

    private static List<BadArtifact> nativeCode() {
        return List.of(
                pure(
                        "native libraries of several platforms",
                        (host, directory) -> host.chat("return text;")
                                .resource("natives/linux/libchat.so", "")
                                .resource("natives/windows/chat.dll", "")
                                .resource("natives/libchat.jnilib", "")
                                .toJar(directory.resolve("chat.jar")),
                        "L082 {dir}/chat.jar: module 'chat': contains 'natives/libchat.jnilib',"
                                + " 'natives/linux/libchat.so', 'natives/windows/chat.dll'; wanted no native libraries,"
                                + " since the contract refuses them; leave them out"),
                pure(
                        "a manifest that asks for native access",
                        (host, directory) -> host.plainChat("return text;")
                                .manifest("Enable-Native-Access", "ALL-UNNAMED")
                                .toJar(directory.resolve("chat.jar")),
                        "L083 {dir}/chat.jar: module 'chat': 'Enable-Native-Access: ALL-UNNAMED' in its"
                                + " manifest; wanted no native access, since the contract refuses it; remove"
                                + " 'Enable-Native-Access' from the manifest"),
                pure(
                        "a library with native code that asks for access",
                        (host, directory) -> {
                            Path chat = Files.createDirectory(directory.resolve("chat"));
                            host.chat("return text;").toJar(chat.resolve("chat.jar"));
                            ModuleSource.plain()
                                    .type("package words; public class Word {}")
                                    .resource("libwords.so.1", "")
                                    .resource("LIBWORDS.DLL", "")
                                    .manifest("Enable-Native-Access", "ALL-UNNAMED")
                                    .toJar(chat.resolve("words.jar"));
                            return chat;
                        },
                        "L082 {dir}/chat/words.jar: module 'words': contains 'LIBWORDS.DLL', 'libwords.so.1';"
                                + " wanted no native libraries, since the contract refuses them; leave them out",
                        "L083 {dir}/chat/words.jar: module 'words': 'Enable-Native-Access: ALL-UNNAMED' in its"
                                + " manifest; wanted no native access, since the contract refuses it; remove"
                                + " 'Enable-Native-Access' from the manifest"));
    }
}
