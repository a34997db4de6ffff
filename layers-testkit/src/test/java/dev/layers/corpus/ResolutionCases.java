package dev.layers.corpus;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What does not go together: packages, and modules that are required. */
final class ResolutionCases {
    private ResolutionCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(missing(), split(), ofHost(), unresolved()).flatMap(List::stream);
    }

    private static List<BadArtifact> missing() {
        return List.of(
                BadArtifact.of(
                        "a required module that is nowhere",
                        (host, directory) -> requiring(host, directory, "org.words"),
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that"
                                + " name is loaded; wanted module 'org.words' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'"),
                BadArtifact.of(
                        "two required modules that are nowhere, and one that may be",
                        (host, directory) ->
                                requiring(host, directory, "org.words", "org.numbers", "static org.absent"),
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.numbers', and no module of that"
                                + " name is loaded; wanted module 'org.numbers' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that"
                                + " name is loaded; wanted module 'org.words' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'"),
                BadArtifact.of(
                        "a library whose required module is nowhere",
                        (host, directory) -> host.beside(
                                requiring(host, directory, "org.words"),
                                requiringLibrary("org.words", "org.letters", directory)
                                        .toJar(directory.resolve("words.jar"))),
                        "L040 {dir}/words.jar: module 'org.words': requires 'org.letters', and no module of that"
                                + " name is loaded; wanted module 'org.letters' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'"),
                BadArtifact.of(
                        "a module of the JDK that the host was started without",
                        (host, directory) -> requiring(host, directory, "jdk.incubator.vector"),
                        "L041 {dir}/chat.jar: module 'chat': requires 'jdk.incubator.vector', without which"
                                + " the host was started; wanted 'jdk.incubator.vector' in the running host; start the"
                                + " host with --add-modules jdk.incubator.vector"),
                BadArtifact.of(
                        "one required module that is nowhere and one that the host was started without",
                        (host, directory) -> requiring(host, directory, "org.words", "jdk.incubator.vector"),
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that"
                                + " name is loaded; wanted module 'org.words' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L041 {dir}/chat.jar: module 'chat': requires 'jdk.incubator.vector', without which"
                                + " the host was started; wanted 'jdk.incubator.vector' in the running host; start the"
                                + " host with --add-modules jdk.incubator.vector"));
    }

    private static List<BadArtifact> split() {
        return List.of(
                BadArtifact.jars(
                        "a package in two plain libraries",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            CorpusHost.plainLibrary("words").toJar(jars.resolve("words.jar"));
                            CorpusHost.plainLibrary("words")
                                    .resource("words/more.txt", "more")
                                    .toJar(jars.resolve("more.jar"));
                        },
                        "L042 {dir}/chat/words.jar: module 'words': both 'more.jar' and 'words.jar' contain"
                                + " package 'words'; wanted each package in one artifact; keep each in one of the two alone"),
                BadArtifact.jars(
                        "a package in the module and its library, hidden in both",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            ModuleSource.module("module org.words {}")
                                    .type("package acme; class Word {}")
                                    .toJar(jars.resolve("words.jar"));
                        },
                        "L042 {dir}/chat/words.jar: module 'org.words': both 'chat.jar' and 'words.jar'"
                                + " contain package 'acme'; wanted each package in one artifact; keep each in one of the"
                                + " two alone"),
                BadArtifact.of(
                        "two required modules that are nowhere and a package in two artifacts",
                        (host, directory) -> host.beside(
                                requiring(host, directory, "org.words", "org.numbers"),
                                CorpusHost.plainLibrary("acme").toJar(directory.resolve("acme.jar"))),
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.numbers', and no module of that"
                                + " name is loaded; wanted module 'org.numbers' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L040 {dir}/chat.jar: module 'chat': requires 'org.words', and no module of that"
                                + " name is loaded; wanted module 'org.words' with the module, in the host or loaded; load"
                                + " it first or put it into the same set, bring it as a private library, or remove the"
                                + " 'requires'",
                        "L042 {dir}/chat.jar: module 'chat': both 'acme.jar' and 'chat.jar' contain package"
                                + " 'acme'; wanted each package in one artifact; keep each in one of the two alone"),
                BadArtifact.jars(
                        "seven packages in two plain libraries",
                        (host, jars) -> {
                            host.chat("return text;").toJar(jars.resolve("chat.jar"));
                            ModuleSource words = CorpusHost.plainLibrary("p1")
                                    .type("package p2; class A {}")
                                    .type("package p3; class A {}")
                                    .type("package p4; class A {}")
                                    .type("package p5; class A {}")
                                    .type("package p6; class A {}")
                                    .type("package p7; class A {}");
                            words.toJar(jars.resolve("words.jar"));
                            words.resource("p1/more.txt", "").toJar(jars.resolve("more.jar"));
                        },
                        "L042 {dir}/chat/words.jar: module 'words': both 'more.jar' and 'words.jar' contain"
                                + " packages 'p1', 'p2', 'p3', 'p4', 'p5' and 2 more; wanted each package in one"
                                + " artifact; keep each in one of the two alone"),
                BadArtifact.of(
                        "modules that require each other",
                        (host, directory) -> {
                            Path stub = CorpusHost.library("org.words").toJar(directory.resolve("stub/words.jar"));
                            Path numbers = requiringLibrary("org.numbers", "org.words", directory)
                                    .toJar(directory.resolve("numbers.jar"));
                            return host.beside(
                                    requiring(host, directory, "org.words"),
                                    requiringLibrary("org.words", "org.numbers", directory)
                                            .toJar(directory.resolve("words.jar")),
                                    numbers);
                        },
                        "L044 {dir}/words.jar: module 'org.words': requires itself: org.words -> org.numbers"
                                + " -> org.words; wanted modules that do not require each other; remove one 'requires'"
                                + " of the cycle"));
    }

    private static List<BadArtifact> ofHost() {
        return List.of(
                BadArtifact.of(
                        "a package of the host that the module reads too",
                        (host, directory) -> Entries.of(host.chat("requires bot.tools;", "return text;")
                                        .dependsOn(host.toolsJar()))
                                .with("bot/tools/hammer.txt", "")
                                .writeTo(directory.resolve("chat.jar")),
                        "L043 {dir}/chat.jar: module 'chat': contains package 'bot.tools', which module"
                                + " 'bot.tools' of the host exports to 'chat'; wanted every module and package from one"
                                + " side alone; remove it from the artifact, or do not require 'bot.tools'"),
                BadArtifact.of(
                        "a package of the JDK's exported ones in a plain jar",
                        (host, directory) -> Entries.of(host.plainChat("return text;"))
                                .with("javax/xml/More.class", javaClass("javax.xml", "More"))
                                .writeTo(directory.resolve("chat.jar")),
                        "L043 {dir}/chat.jar: module 'chat': contains package 'javax.xml', which module"
                                + " 'java.xml' of the host exports to 'chat'; wanted every module and package from one"
                                + " side alone; remove it from the artifact, or do not require 'java.xml'"),
                BadArtifact.of(
                        "a package of the host in a library of a module that reads it",
                        (host, directory) -> host.beside(
                                host.chat("requires bot.tools;", "return text;")
                                        .dependsOn(host.toolsJar())
                                        .toJar(directory.resolve("chat.jar")),
                                ModuleSource.module("module org.words {}")
                                        .resource("bot/tools/more.txt", "")
                                        .toJar(directory.resolve("words.jar"))),
                        "L043 {dir}/words.jar: module 'org.words': contains package 'bot.tools', which module"
                                + " 'bot.tools' of the host exports to 'chat'; wanted every module and package from one"
                                + " side alone; remove it from the artifact, or do not require 'bot.tools'"),
                BadArtifact.of(
                        "a package for the JDK alone",
                        (host, directory) -> Entries.of(host.chat("return text;"))
                                .with("java/acme/word.txt", "word")
                                .writeTo(directory.resolve("chat.jar")),
                        "L045 {dir}/chat.jar: module 'chat': contains package 'java.acme'; wanted packages"
                                + " whose names do not begin with 'java.'; rename the package"),
                BadArtifact.of(
                        "a class in a package for the JDK alone",
                        (host, directory) -> Entries.of(host.plainChat("return text;"))
                                .with("java/acme/Word.class", javaClass("java.acme", "Word"))
                                .writeTo(directory.resolve("chat.jar")),
                        "L045 {dir}/chat.jar: module 'chat': contains package 'java.acme'; wanted packages"
                                + " whose names do not begin with 'java.'; rename the package"));
    }

    private static List<BadArtifact> unresolved() {
        return List.of(BadArtifact.of(
                "a service that nobody exports",
                (host, directory) -> {
                    Path stub = ModuleSource.module("module bot.tools { exports bot.tools; exports bot.saw; }")
                            .type("package bot.tools; public class Hammer {}")
                            .type("package bot.saw; public interface Saw {}")
                            .toJar(directory.resolve("stub/tools.jar"));
                    return host.chat("requires bot.tools; uses bot.saw.Saw;", "return text;")
                            .dependsOn(stub)
                            .toJar(directory.resolve("chat.jar"));
                },
                "L046 {dir}/chat.jar: module 'chat': uses 'bot.saw.Saw' and reads no module that"
                        + " exports 'bot.saw' to it; wanted modules that resolve together with the host's;"
                        + " correct module-info.java"));
    }

    /** The compiler makes no class in such a package; one of another package is given the name. */
    private static byte[] javaClass(String packageName, String type) throws IOException {
        String other = packageName.replace("java", "jova");
        byte[] bytes = Entries.of(ModuleSource.plain().type("package " + other + "; public class " + type + " {}"))
                .of((other + "." + type).replace('.', '/') + ".class");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(other.replace('.', '/'), packageName.replace('.', '/'))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ModuleSource requiringLibrary(String name, String required, Path directory) {
        return ModuleSource.module("module " + name + " { exports " + name + "; requires " + required + "; }")
                .type("package " + name + "; public class Word {}")
                .dependsOn(CorpusHost.library(required).toJar(directory.resolve("stub/" + required + ".jar")));
    }

    private static Path requiring(CorpusHost host, Path directory, String... required) {
        StringBuilder directives = new StringBuilder();
        for (String module : required) {
            directives.append("requires ").append(module).append("; ");
        }
        ModuleSource chat = host.chat(directives.toString(), "return text;");
        for (String module : required) {
            String name = module.replace("static ", "");
            if (name.startsWith("org.")) {
                chat = chat.dependsOn(CorpusHost.library(name).toJar(directory.resolve("stub/" + name + ".jar")));
            }
        }
        return chat.toJar(directory.resolve("chat.jar"));
    }
}
