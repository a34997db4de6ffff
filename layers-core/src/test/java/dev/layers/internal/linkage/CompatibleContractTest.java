package dev.layers.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibleContractTest {
    @Test
    void changesThatKeepTheSignature_passUnnoticed() {
        String module = "package acme; class Chat extends bot.Base implements bot.Listener {"
                + " public void on(String text) { open(); super.close(); count++; }"
                + " static void run(bot.Room room, bot.Message message, bot.Mood[] moods) {"
                + " room.say(\"x\"); room.toString(); room.equals(room); message.text(); moods.clone();"
                + " bot.Room.of().say(null); bot.Mood.valueOf(\"GOOD\"); java.util.List<bot.Room> all = null;"
                + " Runnable task = room::leave; bot.Listener listener = text -> { }; listener.on(\"y\");"
                + " switch (moods[0]) { case GOOD -> room.leave(); default -> { } } } }";
        List<String> old = List.of(
                "package bot; public class Base { protected int count; protected void open() {} public void close() {} }",
                "package bot; public interface Room { void say(String text); void leave();"
                        + " static Room of() { return null; } }",
                "package bot; public interface Listener { void on(String text); }",
                "package bot; public record Message(String text) {}",
                "package bot; public enum Mood { GOOD, BAD }");
        List<String> now = List.of(
                "package bot; class Root { protected int count; public void open() {} }",
                "package bot; public class Base extends Root { public void close() {} public final void more() {} }",
                "package bot; interface Leaving { void leave(); }",
                "package bot; public interface Room extends Leaving { void say(String text); void say(Object any);"
                        + " static Room of() { return null; } private void hidden() {} default void more() {} }",
                "package bot; public interface Listener { void on(String text); default void off() {}"
                        + " boolean equals(Object other); static void nothing() {} }",
                "package bot; public class Message { public String text() { return null; } }",
                "package bot; public enum Mood { FINE, GOOD, BAD { void smile() {} }; void smile() {} }");

        Versions versions = Versions.of(old, now, module);

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void covariantResult_keepsTheMethod() {
        Versions versions = Versions.of(
                "package bot; public class Room { public Object owner() { return null; } }",
                "package bot; public class Room extends Place { public String owner() { return null; } }"
                        + " class Place { public Object owner() { return null; } }",
                "package acme; class Chat { Object run(bot.Room room) { return room.owner(); } }");

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void privateLibraryOfUnknownOrigin_saysNothing() {
        CompiledClasses old = CompiledClasses.of(
                "package bot; public class Base { public void log() {} }",
                "package lib; public class Half extends bot.Base {}");
        CompiledClasses module =
                CompiledClasses.against(old, "package acme; class Plugin extends lib.Half { void use() { log(); } }");

        Versions versions = new Versions(CompiledClasses.of("package bot; public class Base {}"), module);

        assertThat(versions.findings()).isEmpty();
    }

    @Test
    void ownCopyOfTheContract_isNotItsMatter() {
        String contract = "package bot; public class Room { public static void say() {} }";
        CompiledClasses copy = CompiledClasses.of(contract);
        CompiledClasses module =
                CompiledClasses.against(copy, "package acme; class Chat { void run() { bot.Room.say(); } }");

        Versions versions = new Versions(CompiledClasses.of("package bot; public class Other {}"), module.and(copy));

        assertThat(versions.findings()).isEmpty();
    }
}
