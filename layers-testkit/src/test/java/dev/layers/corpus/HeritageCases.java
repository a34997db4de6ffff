package dev.layers.corpus;

import static dev.layers.corpus.Outdated.ADVICE;
import static dev.layers.corpus.Outdated.command;
import static dev.layers.corpus.Outdated.withType;

import java.util.stream.Stream;

/** Classes and lambdas of the module that do not fit what they extend or implement of the contract. */
final class HeritageCases {
    private HeritageCases() {}

    static Stream<BadArtifact> all() {
        return Stream.of(abstractMethods(), kinds(), finals()).flatMap(cases -> cases);
    }

    private static Stream<BadArtifact> abstractMethods() {
        return Stream.of(
                BadArtifact.of(
                        "a service whose method has another name",
                        (host, directory) -> Outdated.module("public String answer(String text) { return text; }")
                                .dependsOn(host.oldContract(
                                        "package bot; public interface Command { String answer(String text); }"))
                                .toJar(directory.resolve("chat.jar")),
                        "L065 {dir}/chat.jar: acme.Chat: 'java.util.function.Function.apply(Object)',"
                                + " inherited by 'bot.Command', is not implemented; wanted an implementation of"
                                + " every abstract method; implement it, or compile against the contract of the"
                                + " host"),
                withType(
                        "an interface with one more method",
                        "package bot; public interface Room { String name(); }",
                        "package acme; class Hall implements bot.Room { public String name() { return \"hall\"; } }",
                        "L065 {dir}/chat.jar: acme.Hall: 'bot.Room.say(String)' is not implemented;"
                                + " wanted an implementation of every abstract method; implement it, or compile"
                                + " against the contract of the host"),
                withType(
                        "an abstract class with one more method",
                        "package bot; public abstract class Skill {}",
                        "package acme; class Sing extends bot.Skill { }",
                        "L065 {dir}/chat.jar: acme.Sing: 'bot.Skill.run(String)' is not implemented;"
                                + " wanted an implementation of every abstract method; implement it, or compile"
                                + " against the contract of the host"),
                withType(
                        "a method of an interface with another parameter, implemented",
                        "package bot; public interface Listener { void heard(String message); }",
                        "package acme; class Ear implements bot.Listener { public void heard(String message) {} }",
                        "L065 {dir}/chat.jar: acme.Ear: 'bot.Listener.heard(bot.Message)' is not"
                                + " implemented; wanted an implementation of every abstract method; implement it,"
                                + " or compile against the contract of the host"),
                command(
                        "a lambda of a functional interface whose parameter is another",
                        "package bot; public interface Listener { void heard(String message); }",
                        "bot.Listener listener = message -> {}; return text + listener;",
                        "L065 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Listener.heard(bot.Message)'"
                                + " is not implemented by a lambda or method reference for 'bot.Listener'; wanted"
                                + " an implementation of every abstract method; implement it, or compile against"
                                + " the contract of the host"),
                command(
                        "a lambda of a functional interface whose method was renamed",
                        "package bot; public interface Greeter { String hello(String name); }",
                        "bot.Greeter greeter = name -> name; return text + greeter;",
                        "L065 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Greeter.greet(String)' is not"
                                + " implemented by a lambda or method reference for 'bot.Greeter'; wanted an"
                                + " implementation of every abstract method; implement it, or compile against the"
                                + " contract of the host"),
                command(
                        "a method reference for an interface that has two methods now",
                        "package bot; public interface Room { String name(); }",
                        "bot.Room room = text::trim; return text + room;",
                        "L065 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.say(String)' is not"
                                + " implemented by a lambda or method reference for 'bot.Room'; wanted an"
                                + " implementation of every abstract method; implement it, or compile against the"
                                + " contract of the host"),
                withType(
                        "an interface with a default method that another one has too",
                        "package bot; public interface Room { String name(); void say(String text); }",
                        "package acme; class Hall implements bot.Room, Themed { public String name() { return \"hall\"; }"
                                + " public void say(String text) {} }"
                                + " interface Themed { default String topic() { return \"acme\"; } }",
                        "L065 {dir}/chat.jar: acme.Hall: 'acme.Themed.topic()' and 'bot.Room.topic()' are both inherited;"
                                + " wanted an implementation of every ambiguous method; implement it, or compile"
                                + " against the contract of the host"),
                command(
                        "an anonymous class that lacks a method",
                        "package bot; public interface Greeter {}",
                        "return text + new bot.Greeter() {};",
                        "L065 {dir}/chat.jar: acme.Chat$1: 'bot.Greeter.greet(String)' is not"
                                + " implemented; wanted an implementation of every abstract method; implement it,"
                                + " or compile against the contract of the host"));
    }

    private static Stream<BadArtifact> kinds() {
        return Stream.of(
                withType(
                        "a class that became an interface, extended",
                        "package bot; public abstract class Greeter { }",
                        "package acme; class Kind extends bot.Greeter { public String greet(String name) {"
                                + " return name; } }",
                        "L063 {dir}/chat.jar: acme.Kind: 'bot.Greeter' is an interface; wanted a"
                                + " class; "
                                + ADVICE),
                withType(
                        "an interface that became a class, implemented",
                        "package bot; public interface Skill { }",
                        "package acme; class Sing implements bot.Skill { public String run(String text) {"
                                + " return text; } }",
                        "L063 {dir}/chat.jar: acme.Sing: 'bot.Skill' is a class; wanted an" + " interface; " + ADVICE),
                withType(
                        "a super class that was removed",
                        "package bot; public abstract class Talent { public void train() {} }",
                        "package acme; class Sing extends bot.Talent { void warm() { train(); } }",
                        "L060 {dir}/chat.jar: acme.Sing: 'bot.Talent' does not exist; wanted a"
                                + " type of 'bot.api@2'; "
                                + ADVICE));
    }

    private static Stream<BadArtifact> finals() {
        return Stream.of(
                withType(
                        "a class that became final, extended",
                        "package bot; public class Token { }",
                        "package acme; class Coin extends bot.Token { }",
                        "L066 {dir}/chat.jar: acme.Coin: 'bot.Token' is final; wanted classes and methods"
                                + " that are not final; do not extend or override it"),
                withType(
                        "a method that became final, overridden",
                        "package bot; public abstract class Skill { public String id() { return \"\"; } }",
                        "package acme; class Sing extends bot.Skill { public String id() { return \"sing\"; }"
                                + " public String run(String text) { return text; } }",
                        "L066 {dir}/chat.jar: acme.Sing: 'bot.Skill.id()' is final; wanted classes and"
                                + " methods that are not final; do not extend or override it"),
                withType(
                        "an interface that became sealed, implemented",
                        "package bot; public interface Shape { }",
                        "package acme; record Star(int points) implements bot.Shape { }",
                        "L067 {dir}/chat.jar: acme.Star: 'bot.Shape' is sealed; wanted one of the"
                                + " subtypes that the contract permits; use one of them instead of extending the"
                                + " type"),
                BadArtifact.of(
                        "a lambda of an interface that is sealed now",
                        (host, directory) -> Outdated.chat(
                                        host.oldContract(
                                                "package bot; public interface Shape { int size(); }",
                                                "package bot; public record Circle(int size) implements Shape {}",
                                                "package bot; public record Square(int size) implements Shape {}"),
                                        "bot.Shape shape = () -> 1; return text + shape;")
                                .toJar(directory.resolve("chat.jar")),
                        "L067 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Shape' is sealed; wanted one"
                                + " of the subtypes that the contract permits; use one of them instead of extending"
                                + " the type"),
                withType(
                        "a record that the module extended as a class",
                        "package bot; public non-sealed class Square implements Shape { }",
                        "package acme; class Rectangle extends bot.Square { }",
                        "L066 {dir}/chat.jar: acme.Rectangle: 'bot.Square' is final; wanted classes and"
                                + " methods that are not final; do not extend or override it",
                        "L061 {dir}/chat.jar: acme.Rectangle(): 'bot.Square()' does not exist,"
                                + " 'bot.Square(int)' does; wanted a constructor of 'bot.api@2'; "
                                + ADVICE));
    }
}
