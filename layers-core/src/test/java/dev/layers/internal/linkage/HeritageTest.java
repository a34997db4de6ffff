package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeritageTest {
    private static final String RULE = " wanted an implementation of every abstract method;"
            + " implement it, or compile against the contract of the host";

    @Test
    void abstractMethodThatWasAdded_isNotImplemented() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Listener { void on(String text);"
                        + " static void off(Listener all) { } }",
                "package bot; public interface Listener { void on(String text); void off(int reason);"
                        + " static void off(Listener all) { all.off(1); } }",
                "package acme; public class Chat implements bot.Listener { public void on(String text) { }"
                        + " public static void run() { bot.Listener.off(new Chat()); } }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Listener.off(int)' is not implemented;" + RULE);
        assertThat(versions.failure()).isInstanceOf(AbstractMethodError.class);
    }

    @Test
    void methodOfAnInterfaceThatWasAddedAbove_isNotImplemented() {
        Versions versions = Versions.of(
                "package bot; public interface Task { }",
                "package bot; public interface Task extends Runnable { }",
                "package acme; class Chat implements bot.Task { }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'java.lang.Runnable.run()', inherited by 'bot.Task', is not"
                        + " implemented;" + RULE);
    }

    @Test
    void defaultsOfTwoInterfaces_areAmbiguous() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                List.of(
                        "package bot; public interface Room { static void ask(Room room) { } }",
                        "package bot; public interface Greeter { default void topic() { } }"),
                List.of(
                        "package bot; public interface Room { default void topic() { }"
                                + " static void ask(Room room) { room.topic(); } }",
                        "package bot; public interface Greeter { default void topic() { } }"),
                "package acme; public class Chat implements bot.Room, bot.Greeter {"
                        + " public static void run() { bot.Room.ask(new Chat()); } }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Greeter.topic()' and 'bot.Room.topic()' are both"
                        + " inherited; wanted an implementation of every ambiguous method;"
                        + " implement it, or compile against the contract of the host");
        assertThat(versions.failure()).isInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void defaultsThatOverrideEachOtherOrAreOverridden_areNotAmbiguous() {
        List<String> contract = List.of(
                "package bot; public interface Room { default void topic() { } }",
                "package bot; public interface Hall extends Room { default void topic() { } }",
                "package bot; public interface Greeter { default void topic() { } }");
        Versions versions = Versions.of(
                contract,
                contract,
                "package acme; class Chat implements bot.Hall, bot.Room { }",
                "package acme; class Half implements bot.Hall, bot.Greeter { public void topic() { } }",
                "package acme; class Whole extends Half implements bot.Room, bot.Greeter { }");

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void classBelowALibraryClass_isChecked() {
        Versions versions = Versions.of(
                "package bot; public interface Listener { void on(); }",
                "package bot; public interface Listener { void on(); void off(); }",
                "package lib; public abstract class Half implements bot.Listener { public void on() { } }",
                "package lib; public class Whole extends Half { public void off() { } }",
                "package acme; class Chat extends lib.Half { }",
                "package acme; class Good extends lib.Whole { }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Listener.off()' is not implemented;" + RULE);
    }

    @Test
    void methodThatBecameAbstract_isNotImplemented() {
        Versions versions = Versions.of(
                "package bot; public abstract class Base { protected void on() { } }",
                "package bot; public abstract class Base { protected abstract void on(); }",
                "package acme; class Chat extends bot.Base { }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Base.on()' is not implemented;" + RULE);
    }

    @Test
    void defaultThatBecameAbstractBelow_isNotImplemented() {
        Versions versions = Versions.of(
                List.of(
                        "package bot; public interface Base { default void on() { } }",
                        "package bot; public interface Listener extends Base { }"),
                List.of(
                        "package bot; public interface Base { default void on() { } }",
                        "package bot; public interface Listener extends Base { void on(); }"),
                "package acme; class Chat implements bot.Base, bot.Listener { }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Listener.on()' is not implemented;" + RULE);
    }

    @Test
    void methodThatIsNotPublic_doesNotImplementAnInterface() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Listener { static void off(Listener all) { } }",
                "package bot; public interface Listener { void off(); static void off(Listener all) { all.off(); } }",
                "package acme; public class Chat implements bot.Listener { void off() { }"
                        + " public static void run() { bot.Listener.off(new Chat()); } }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat: 'bot.Listener.off()' is not implemented;" + RULE);
        assertThat(versions.failure()).isInstanceOf(IllegalAccessError.class);
    }

    @Test
    void lambdaForAnInterfaceWithAnotherMethod_isNotEnough() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Listener { void on(String text);"
                        + " static void fire(Listener all) { all.on(\"\"); } }",
                "package bot; public interface Listener { void on(Object any); void off();"
                        + " static void fire(Listener all) { all.off(); } }",
                "package acme; public class Chat { public static void run() { bot.Listener.fire(text -> { }); } }");

        assertThat(versions.findings())
                .containsExactly(
                        "L065 chat.jar: acme.Chat.run(): 'bot.Listener.off()' is not implemented"
                                + " by a lambda or method reference for 'bot.Listener';" + RULE,
                        "L065 chat.jar: acme.Chat.run(): 'bot.Listener.on(Object)' is not implemented"
                                + " by a lambda or method reference for 'bot.Listener';" + RULE);
        assertThat(versions.failure()).isInstanceOf(AbstractMethodError.class);
    }

    @Test
    void lambdaForAnInterfaceOfTheModule_isChecked() {
        Versions versions = Versions.of(
                "package bot; public interface Base { }",
                "package bot; public interface Base { void off(); }",
                "package acme; interface Listener extends bot.Base { void on(); }",
                "package acme; class Chat { Listener run() { return () -> { }; } }");

        assertThat(versions.findings())
                .containsExactly("L065 chat.jar: acme.Chat.run(): 'bot.Base.off()' is not implemented"
                        + " by a lambda or method reference for 'acme.Listener';" + RULE);
    }

    @Test
    void lambdaForASealedInterface_isRefused() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public interface Shape { int area(); }",
                "package bot; public sealed interface Shape { int area();"
                        + " record Dot() implements Shape { public int area() { return 0; } } }",
                "package acme; public class Chat { public static void run() { bot.Shape dot = () -> 1; dot.area(); } }");

        assertThat(versions.findings())
                .containsExactly("L067 chat.jar: acme.Chat.run(): 'bot.Shape' is sealed;"
                        + " wanted one of the subtypes that the contract permits;"
                        + " use one of them instead of extending the type");
        assertThat(versions.failure()).hasMessageContaining("IncompatibleClassChangeError");
    }

    @Test
    void lambdasThatFit_pass() {
        String contract = "package bot; public interface Mapper<A, B> { B map(A value); boolean equals(Object other);"
                + " String toString(); default void more() { } static void none() { } }";
        Versions versions = Versions.of(
                List.of(contract, "package bot; public interface Marker { }"),
                List.of(contract, "package bot; public interface Marker { default void added() { } }"),
                "package acme; interface Text extends bot.Mapper<String, String> { String map(String value); }",
                "package acme; class Chat { Object run() { Text text = value -> value;"
                        + " bot.Mapper<String, Integer> length = String::length;"
                        + " return (bot.Mapper<String, Integer> & bot.Marker & java.io.Serializable) String::length; } }");

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void methodThatBecameFinal_cannotBeOverridden() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base { public void on() { } }",
                "package bot; public class Base { public final void on() { } }",
                "package acme; public class Chat extends bot.Base { public void on() { }"
                        + " public static void run() { } }");

        assertThat(versions.findings())
                .containsExactly("L066 chat.jar: acme.Chat: 'bot.Base.on()' is final;"
                        + " wanted classes and methods that are not final; do not extend or override it");
        assertThat(versions.failure()).isInstanceOf(LinkageError.class);
    }

    @Test
    void finalMethodsThatNothingOverrides_pass() throws ReflectiveOperationException {
        Versions versions = Versions.of(
                "package bot; public class Base { }",
                "package bot; public class Base { private final void one() { } final void two() { }"
                        + " public static void three() { } public final void four(int any) { } }",
                "package acme; public class Chat extends bot.Base { public void one() { } public void two() { }"
                        + " public static void three() { } public void four() { } private void five() { }"
                        + " public static void run() { } }");

        assertThat(versions.findings()).isEmpty();
        assertThat(versions.failure()).hasMessage("nothing was thrown");
    }

    @Test
    void implementations_areFoundWhereverTheyAre() {
        String contract = "package bot; public abstract class Base<T> implements Comparable<T>, java.util.Iterator<T> {"
                + " protected abstract void on(T value); abstract static class Nested { } }";
        Versions versions = Versions.of(
                contract,
                contract,
                "package lib; public interface Defaults<T> extends java.util.Iterator<T> {"
                        + " default boolean hasNext() { return false; } default T next() { return null; } }",
                "package acme; public class Chat extends bot.Base<String> implements lib.Defaults<String> {"
                        + " protected void on(String text) { } public int compareTo(String other) { return 0; } }",
                "package acme; enum Kind { ONE { void on() { } }; abstract void on(); }",
                "package acme; record Pair(String one, int two) implements Comparable<Pair> {"
                        + " public int compareTo(Pair other) { return 0; } }",
                "package acme; abstract class Later extends bot.Base<Integer> { }");

        assertThat(versions.findings()).isEmpty();
    }
}
