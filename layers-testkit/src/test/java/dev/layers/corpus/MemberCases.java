package dev.layers.corpus;

import static dev.layers.corpus.Outdated.ADVICE;
import static dev.layers.corpus.Outdated.command;
import static dev.layers.corpus.Outdated.withType;

import java.util.stream.Stream;

/** Methods and fields of the contract that are not what the module was compiled against. */
final class MemberCases {
    private MemberCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(methods(), fields()).flatMap(cases -> cases);
    }

    private static Stream<BadArtifact> methods() {
        return Stream.of(
                command(
                        "a method that was removed",
                        "package bot; public interface Room { void mute(); }",
                        "((bot.Room) null).mute(); return text;",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.mute()' does"
                                + " not exist; wanted a method of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a method with another parameter",
                        "package bot; public interface Room { void say(CharSequence text); }",
                        "((bot.Room) null).say(text); return text;",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String):"
                                + " 'bot.Room.say(CharSequence)' does not exist, 'bot.Room.say(String)'"
                                + " does; wanted a method of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a method with another result",
                        "package bot; public interface Room { int name(); }",
                        "return ((bot.Room) null).name() + text;",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.name(): int'"
                                + " does not exist, 'bot.Room.name(): String' does; wanted a method of"
                                + " 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a constructor with other parameters",
                        "package bot; public record Message(String text) {}",
                        "return new bot.Message(text).text();",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Message(String)'"
                                + " does not exist, 'bot.Message(String, int)' does; wanted a constructor"
                                + " of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a component of a record that was renamed",
                        "package bot; public record Circle(int width) implements Shape {}",
                        "return \"\" + new bot.Circle(1).width();",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Circle.width()' does"
                                + " not exist; wanted a method of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a static method that is an instance method now",
                        "package bot; public interface Room { static String topic() { return \"\"; } }",
                        "return bot.Room.topic() + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.topic()' is not"
                                + " static; wanted a static method; "
                                + ADVICE),
                command(
                        "an instance method that is static now",
                        "package bot; public interface Room { int seats(); }",
                        "return ((bot.Room) null).seats() + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.seats()' is"
                                + " static; wanted an instance method; "
                                + ADVICE),
                command(
                        "a method reference to a method that was removed",
                        "package bot; public interface Room { String motto(); }",
                        "java.util.function.Function<bot.Room, String> motto = bot.Room::motto;"
                                + " return text + motto;",
                        "L061 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.motto()' does"
                                + " not exist; wanted a method of 'bot.api@2'; "
                                + ADVICE),
                withType(
                        "a method of a super class, called through a class of the module",
                        "package bot; public abstract class Skill { public abstract String run(String text);"
                                + " public void rest() {} }",
                        "package acme; class Sleep extends bot.Skill { public String run(String text) { rest();"
                                + " return text; } }",
                        "L061 {dir}/chat.jar: acme.Sleep.run(String): 'acme.Sleep.rest()'"
                                + " inherited from 'bot.Skill' does not exist; wanted a method of"
                                + " 'bot.api@2'; "
                                + ADVICE),
                withType(
                        "a default method that is called with super and is abstract now",
                        "package bot; public interface Greeter { default String greet(String name) { return name; } }",
                        "package acme; class Kind implements bot.Greeter { public String greet(String name) {"
                                + " return bot.Greeter.super.greet(name); } }",
                        "L063 {dir}/chat.jar: acme.Kind.greet(String):"
                                + " 'bot.Greeter.greet(String)' is abstract; wanted a method with a body; "
                                + ADVICE));
    }

    private static Stream<BadArtifact> fields() {
        return Stream.of(
                command(
                        "a field that was removed",
                        "package bot; public final class Token { public static int count; }",
                        "return bot.Token.count + text;",
                        "L062 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Token.count' does"
                                + " not exist; wanted a field of 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a field of another type",
                        "package bot; public abstract class Skill { public static long known; }",
                        "return bot.Skill.known + text;",
                        "L062 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.known: long'"
                                + " does not exist, 'bot.Skill.known: int' does; wanted a field of"
                                + " 'bot.api@2'; "
                                + ADVICE),
                command(
                        "a field that is not static any longer",
                        "package bot; public abstract class Skill { public static int level = 7; }",
                        "return bot.Skill.level + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.level' is not"
                                + " static; wanted a static field; "
                                + ADVICE),
                command(
                        "a field that is static now",
                        "package bot; public abstract class Skill { public int known; }",
                        "return ((bot.Skill) null).known + text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.known' is"
                                + " static; wanted an instance field; "
                                + ADVICE),
                command(
                        "a field that became final",
                        "package bot; public abstract class Skill { public int level; }",
                        "((bot.Skill) null).level = 2; return text;",
                        "L063 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Skill.level' is"
                                + " final; wanted a field that can be written; "
                                + ADVICE),
                command(
                        "a constant of an enum that was removed",
                        "package bot; public enum Mode { QUIET, LOUD, SHOUTING }",
                        "return bot.Mode.SHOUTING + text;",
                        "L062 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Mode.SHOUTING' does"
                                + " not exist; wanted a field of 'bot.api@2'; "
                                + ADVICE));
    }
}
