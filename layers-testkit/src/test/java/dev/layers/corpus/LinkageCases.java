package dev.layers.corpus;

import static dev.layers.corpus.Outdated.ADVICE;
import static dev.layers.corpus.Outdated.command;
import static dev.layers.corpus.Outdated.withType;

import dev.layers.testkit.ModuleSource;
import java.util.stream.Stream;

/** Types of the contract that are not what the module was compiled against, and what it may not use. */
final class LinkageCases {
    private LinkageCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(types(), access(), many()).flatMap(cases -> cases);
    }

    private static Stream<BadArtifact> types() {
        return Stream.of(
                command(
                        "a type that was removed",
                        "package bot; public class Topic { public static String of() { return \"\"; } }",
                        "return bot.Topic.of();",
                        "L060 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Topic' does not"
                                + " exist; wanted a type of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a nested type that was removed",
                        "package bot; public interface Room { class Door {} }",
                        "return new bot.Room.Door() + text;",
                        "L060 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room$Door' does not"
                                + " exist; wanted a type of 'bot.api@2'; "
                                + ADVICE),
                withType(
                        "a type that only a signature names",
                        "package bot; public interface Topic {}",
                        "package acme; class Topics { bot.Topic last; void keep(bot.Topic... all) {} }",
                        "L060 {dir}/chat.jar: acme.Topics.last: 'bot.Topic' does not exist;"
                                + " wanted a type of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a type that moved to a package that is not exported",
                        "package bot; public class Secret { public static void tell() {} }",
                        "bot.Secret.tell(); return text;",
                        "L060 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Secret' does not"
                                + " exist, 'bot.hidden.Secret' does; wanted a type of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a class that became abstract",
                        "package bot; public class Skill {}",
                        "return new bot.Skill() + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill' is abstract;"
                                + " wanted a class that can be instantiated; "
                                + ADVICE,
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill()' is protected; wanted"
                                + " public types and members of exported packages; use what the contract makes"
                                + " public"),
                command(
                        "a class that became an interface, called",
                        "package bot; public class Room { public static int seats() { return 1; } }",
                        "return bot.Room.seats() + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room' is an"
                                + " interface; wanted a class; "
                                + ADVICE),
                command(
                        "an enum that became an interface, switched over",
                        "package bot; public enum Greeter { LOUD, QUIET }",
                        "return switch (bot.Greeter.valueOf(text)) { case LOUD -> text; case QUIET -> \"\"; };",
                        "L063 {dir}/chat.jar: acme.Chat$1, static initializer: 'bot.Greeter' is"
                                + " an interface; wanted a class; "
                                + ADVICE,
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Greeter' is an"
                                + " interface; wanted a class; "
                                + ADVICE),
                command(
                        "an annotation whose type was removed, read by the module",
                        "package bot; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                                + " public @interface Help { String value(); }",
                        "return getClass().getAnnotation(bot.Help.class).value();",
                        "L060 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Help' does not"
                                + " exist; wanted a type of 'bot.api@2'; "
                                + ADVICE));
    }

    private static Stream<BadArtifact> access() {
        return Stream.of(
                command(
                        "a method that is package-private now",
                        "package bot; public abstract class Skill { public void internal() {} }",
                        "((bot.Skill) null).internal(); return text;",
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.internal()' is"
                                + " package-private; wanted public types and members of exported packages; use what"
                                + " the contract makes public"),
                command(
                        "a method that is protected now",
                        "package bot; public abstract class Skill { public void log(String text) {} }",
                        "((bot.Skill) null).log(text); return text;",
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.log(String)' is"
                                + " protected; wanted public types and members of exported packages; use what the"
                                + " contract makes public"),
                command(
                        "a constructor that is protected now",
                        "package bot; public class Skill { public Skill() {} public Skill(int any) {} }",
                        "java.util.function.Supplier<Object> skills = bot.Skill::new; return text + skills;",
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill()' is protected; wanted"
                                + " public types and members of exported packages; use what the contract makes"
                                + " public"),
                BadArtifact.of(
                        "a package that is no longer exported",
                        (host, directory) -> Outdated.chat(
                                        ModuleSource.module("module bot.api { exports bot; exports bot.hidden; }")
                                                .compilerOptions("--module-version", "1")
                                                .type("package bot; public interface Command"
                                                        + " extends java.util.function.UnaryOperator<String> {}")
                                                .type("package bot; public class Trace {"
                                                        + " public static void leave(String text) {} }")
                                                .type("package bot.hidden; public class Secret {"
                                                        + " public static void tell() {} }")
                                                .toJar(directory.resolve("old/bot-api.jar")),
                                        "bot.hidden.Secret.tell(); return text;")
                                .toJar(directory.resolve("chat.jar")),
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.hidden.Secret' is in a"
                                + " package that is not exported; wanted public types and members of exported"
                                + " packages; use what the contract makes public"),
                BadArtifact.of(
                        "a hidden package, compiled with --add-exports",
                        (host, directory) -> host.chat("bot.hidden.Secret.tell(); return text;")
                                .compilerOptions("--add-exports", "bot.api/bot.hidden=chat")
                                .toJar(directory.resolve("chat.jar")),
                        "L064 {dir}/chat.jar: acme.Chat.apply(String): 'bot.hidden.Secret' is in a"
                                + " package that is not exported; wanted public types and members of exported"
                                + " packages; use what the contract makes public"));
    }

    private static Stream<BadArtifact> many() {
        return Stream.of(withType(
                "several members of several classes",
                "package bot; public interface Room { void mute(); int name(); void say(String text, int size);"
                        + " static int seats() { return 1; } }",
                "package acme; class Visit { bot.Room room; Object name = room.name();"
                        + " void enter() { room.mute(); room.say(\"\", 1); room.mute(); }"
                        + " class Guest { void leave() { room.mute(); } } }",
                "L061 {dir}/chat.jar: acme.Visit$Guest.leave(): 'bot.Room.mute()' does"
                        + " not exist; wanted a method of 'bot.api@2'; "
                        + ADVICE,
                "L061 {dir}/chat.jar: acme.Visit(): 'bot.Room.name(): int' does not"
                        + " exist, 'bot.Room.name(): String' does; wanted a method of 'bot.api@2'; "
                        + ADVICE,
                "L061 {dir}/chat.jar: acme.Visit.enter(): 'bot.Room.mute()' does not"
                        + " exist; wanted a method of 'bot.api@2'; "
                        + ADVICE,
                "L061 {dir}/chat.jar: acme.Visit.enter(): 'bot.Room.say(String, int)'"
                        + " does not exist, 'bot.Room.say(String)' does; wanted a method of"
                        + " 'bot.api@2'; "
                        + ADVICE));
    }
}
