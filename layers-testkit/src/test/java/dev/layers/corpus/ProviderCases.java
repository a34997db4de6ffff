package dev.layers.corpus;

import static dev.layers.corpus.Outdated.ADVICE;

import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Providers that cannot be created or do not fit, and private libraries that touch the contract. */
final class ProviderCases {
    private ProviderCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(absent(), creatable(), unfit(), libraries()).flatMap(cases -> cases);
    }

    private static Stream<BadArtifact> absent() {
        return Stream.of(
                BadArtifact.of(
                        "a provider whose class is missing",
                        (host, directory) -> {
                            Path chat = host.chat("return text;")
                                    .type("package acme; class Other {}")
                                    .toDirectory(directory.resolve("chat"));
                            Files.delete(chat.resolve("acme/Chat.class"));
                            return chat;
                        },
                        "L052 {dir}/chat: module 'chat': 'acme.Chat', named as provider of 'bot.Command',"
                                + " does not exist; wanted the class in the module that names it; correct the name,"
                                + " or build the class into it"),
                plain(
                        "a plain jar whose provider's class is missing",
                        "acme.Chatt",
                        "package acme; public class Chat implements bot.Command {"
                                + " public String apply(String text) { return text; } }",
                        "L052 {dir}/chat.jar: module 'chat': 'acme.Chatt', named as provider of"
                                + " 'bot.Command', does not exist; wanted the class in the module that names it;"
                                + " correct the name, or build the class into it"));
    }

    private static Stream<BadArtifact> creatable() {
        return Stream.of(
                provider(
                        "a provider that is not public",
                        "package acme; class Chat implements bot.Command {"
                                + " public String apply(String text) { return text; } }",
                        "L053 {dir}/chat: acme.Chat: a provider of 'bot.Command' that is not public;"
                                + " wanted a public class; make it public"),
                provider(
                        "a provider with a private constructor",
                        "package acme; public class Chat implements bot.Command { private Chat() {}"
                                + " public String apply(String text) { return text; } }",
                        "L054 {dir}/chat: acme.Chat: a provider of 'bot.Command' that has a constructor"
                                + " without parameters that is not public; wanted a concrete class with a public"
                                + " constructor without parameters, or in an explicit module 'public static ..."
                                + " provider()'; add one of the two, or name another class"),
                provider(
                        "a provider whose constructor takes a parameter",
                        "package acme; public class Chat implements bot.Command { public Chat(int any) {}"
                                + " public String apply(String text) { return text; } }",
                        "L054 {dir}/chat: acme.Chat: a provider of 'bot.Command' that has no constructor"
                                + " without parameters; wanted a concrete class with a public constructor without"
                                + " parameters, or in an explicit module 'public static ... provider()'; add one of"
                                + " the two, or name another class"),
                provider(
                        "a provider that is abstract",
                        "package acme; public abstract class Chat implements bot.Command {}",
                        "L054 {dir}/chat: acme.Chat: a provider of 'bot.Command' that is abstract; wanted"
                                + " a concrete class with a public constructor without parameters, or in an"
                                + " explicit module 'public static ... provider()'; add one of the two, or name"
                                + " another class"),
                provider(
                        "a provider that is an interface",
                        "package acme; public interface Chat extends bot.Command {}",
                        "L054 {dir}/chat: acme.Chat: a provider of 'bot.Command' that is an interface;"
                                + " wanted a concrete class with a public constructor without parameters, or in an"
                                + " explicit module 'public static ... provider()'; add one of the two, or name"
                                + " another class"),
                plain(
                        "a plain jar whose provider is made by a method alone",
                        "acme.Chat",
                        "package acme; public class Chat implements bot.Command { private Chat() {}"
                                + " public static Chat provider() { return new Chat(); }"
                                + " public String apply(String text) { return text; } }",
                        "L054 {dir}/chat.jar: acme.Chat: a provider of 'bot.Command' that has a"
                                + " constructor without parameters that is not public; wanted a concrete class with"
                                + " a public constructor without parameters, or in an explicit module 'public"
                                + " static ... provider()'; add one of the two, or name another class"));
    }

    private static Stream<BadArtifact> unfit() {
        return Stream.of(
                provider(
                        "a provider of another type",
                        "package acme; public class Chat {}",
                        "L055 {dir}/chat: acme.Chat: a provider of 'bot.Command' that is no subtype of"
                                + " it; wanted a subtype of 'bot.Command'; implement it, or name a class that does"),
                provider(
                        "a provider with a method that makes something else",
                        "package acme; public class Chat { public static String provider() { return \"\"; } }",
                        "L055 {dir}/chat: acme.Chat: a method 'provider()' that returns 'String'; wanted"
                                + " a subtype of 'bot.Command'; implement it, or name a class that does"));
    }

    private static Stream<BadArtifact> libraries() {
        return Stream.of(
                BadArtifact.of(
                        "a private library that was compiled against the older contract",
                        (host, directory) -> {
                            Path library = ModuleSource.module("module words { requires bot.api; exports words; }")
                                    .type("package words; public class Words { public static void say(bot.Room room) {"
                                            + " room.mute(); } }")
                                    .dependsOn(host.oldContract("package bot; public interface Room { void mute(); }"))
                                    .toJar(directory.resolve("bundle/words.jar"));
                            host.chat("return text;").toJar(directory.resolve("bundle/chat.jar"));
                            return library.getParent();
                        },
                        "L061 {dir}/bundle/words.jar: words.Words.say(bot.Room):"
                                + " 'bot.Room.mute()' does not exist; wanted a method of 'bot.api@2'; "
                                + ADVICE),
                BadArtifact.of(
                        "a plain private library that was compiled against the older contract",
                        (host, directory) -> {
                            Path library = ModuleSource.plain()
                                    .type("package words; public class Words extends bot.Token { }")
                                    .dependsOn(host.oldContract("package bot; public class Token { }"))
                                    .toJar(directory.resolve("bundle/words.jar"));
                            host.chat("return text;").toJar(directory.resolve("bundle/chat.jar"));
                            return library.getParent();
                        },
                        "L066 {dir}/bundle/words.jar: words.Words: 'bot.Token' is final; wanted classes"
                                + " and methods that are not final; do not extend or override it"));
    }

    /** An exploded module that names {@code acme.Chat} as its provider, which is another class by now. */
    private static BadArtifact provider(String name, String type, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> {
                    Path chat = host.chat("return text;").toDirectory(directory.resolve("chat"));
                    return ModuleSource.plain()
                            .type(type)
                            .dependsOn(host.contractJar())
                            .toDirectory(chat);
                },
                messages);
    }

    private static BadArtifact plain(String name, String provider, String type, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) -> ModuleSource.plain()
                        .type(type)
                        .service("bot.Command", provider)
                        .dependsOn(host.contractJar())
                        .toJar(directory.resolve("chat.jar")),
                messages);
    }
}
