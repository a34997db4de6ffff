package dev.layers.corpus;

import static dev.layers.corpus.Outdated.ADVICE;

import dev.layers.testkit.ModuleSource;
import java.util.stream.Stream;

/** What a check says of artifacts that load, and what it keeps quiet about. */
final class NotedCases {
    private static final String GOOD = "return \"good \" + text;";
    private static final String VERSION = "L068 {dir}/chat.jar: module 'chat': compiled against 'bot.api@1'; the host"
            + " has 'bot.api@2'; wanted a module compiled against the version of the host; compile it against that"
            + " version";

    private NotedCases() {}

    static Stream<NotedArtifact> all() {
        return Stream.of(contract(), reach(), nothing()).flatMap(cases -> cases);
    }

    private static Stream<NotedArtifact> contract() {
        return Stream.of(
                NotedArtifact.of(
                                "a module whose name is loaded",
                                (host, directory) -> host.chat(GOOD).toJar(directory.resolve("chat.jar")),
                                "L033 {dir}/chat.jar: module 'chat': 'chat#1' from {dir}/chat.jar is loaded; wanted a"
                                        + " name that is free, for a load; reload that module if it came from the same"
                                        + " path, or unload it first")
                        .whileLoaded(),
                outdated("another version of the contract, of which the same is used", "", GOOD, VERSION),
                outdated(
                        "a switch over an enum that lost a constant",
                        "package bot; public enum Mode { QUIET, LOUD, SHOUTING }",
                        "switch (bot.Mode.LOUD) { case SHOUTING: return \"!\"; default: " + GOOD + " }",
                        "L069 {dir}/chat.jar: acme.Chat$1, static initializer: 'bot.Mode.SHOUTING' does not exist (the"
                                + " code catches the error); wanted types and members of 'bot.api@2'; " + ADVICE,
                        VERSION),
                outdated(
                        "a missing method that the code is prepared for",
                        "package bot; public interface Room { void mute(); }",
                        "try { ((bot.Room) null).mute(); } catch (NoSuchMethodError older) { } " + GOOD,
                        "L069 {dir}/chat.jar: acme.Chat.apply(String): 'bot.Room.mute()' does not exist (the code"
                                + " catches the error); wanted types and members of 'bot.api@2'; " + ADVICE,
                        VERSION));
    }

    private static Stream<NotedArtifact> reach() {
        return Stream.of(
                reaching(
                        "threads",
                        "new Thread(() -> {}).start();",
                        "L100 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.lang.Thread.<init>'; wanted threads"
                                + " that end before the unload does; make them with ModuleContext.threadFactory()"),
                reaching(
                        "pools and timers",
                        "java.util.concurrent.Executors.newCachedThreadPool(); new java.util.Timer();",
                        "L101 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.util.Timer.<init>'; 'acme.Extra'"
                                + " calls 'java.util.concurrent.Executors.newCachedThreadPool'; wanted pools that are"
                                + " shut down before the unload ends; use ModuleContext.executor(), or shut them down in"
                                + " beforeUnload"),
                reaching(
                        "shutdown hooks",
                        "Runtime.getRuntime().addShutdownHook(null);",
                        "L102 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.lang.Runtime.addShutdownHook';"
                                + " wanted no shutdown hooks, which hold the module until the JVM ends; use"
                                + " beforeUnload"),
                reaching(
                        "registries of the JDK",
                        "java.security.Security.addProvider(null);",
                        "L103 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.security.Security.addProvider';"
                                + " wanted registrations that are undone; undo it in beforeUnload or with"
                                + " ModuleContext.onUnload"),
                reaching(
                        "state of the JVM",
                        "System.setProperty(\"bot\", \"acme\");",
                        "L104 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.lang.System.setProperty'; wanted"
                                + " state of the JVM as it was; restore it in beforeUnload"),
                reaching(
                        "native code",
                        "System.loadLibrary(\"acme\");",
                        "L105 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.lang.System.loadLibrary'; wanted"
                                + " native code that lets go of every class; release global references in JNI_OnUnload"),
                reaching(
                        "thread-locals",
                        "ThreadLocal.withInitial(Object::new);",
                        "L106 {dir}/chat.jar: module 'chat': 'acme.Extra' calls 'java.lang.ThreadLocal.withInitial';"
                                + " wanted thread-locals that are removed; call remove() before the call returns"));
    }

    /** Near misses. */
    private static Stream<NotedArtifact> nothing() {
        return Stream.of(
                reaching("nothing: the current thread", "Thread.currentThread().interrupt();"),
                reaching(
                        "nothing: an executor that it is given",
                        "java.util.concurrent.ExecutorService given = null; given.submit(() -> {});"),
                reaching("nothing: the runtime", "Runtime.getRuntime().availableProcessors();"),
                reaching("nothing: a security provider that is asked", "java.security.Security.getProviders();"),
                reaching("nothing: a property that is read", "System.getProperty(\"bot\");"),
                reaching("nothing: the name of a native library", "System.mapLibraryName(\"acme\");"),
                reaching(
                        "nothing: a thread-local that it is given",
                        "ThreadLocal<String> given = null; given.remove();"),
                current(
                        "nothing: a switch over all constants",
                        "return switch (bot.Mode.LOUD) {" + " case LOUD -> \"good \" + text; case QUIET -> \"\"; };"),
                current(
                        "nothing: a guarded call of a method that exists",
                        "try { bot.Room.seats(); } catch (NoSuchMethodError older) { } " + GOOD),
                NotedArtifact.of(
                        "nothing: a contract that recorded no version",
                        (host, directory) -> Outdated.chat(
                                        ModuleSource.module("module bot.api { exports bot; }")
                                                .type("package bot; public interface Command"
                                                        + " extends java.util.function.UnaryOperator<String> {}")
                                                .type("package bot; public class Trace {"
                                                        + " public static void leave(String text) {} }")
                                                .toJar(directory.resolve("old/bot-api.jar")),
                                        GOOD)
                                .toJar(directory.resolve("chat.jar"))));
    }

    private static NotedArtifact outdated(String name, String old, String body, String... messages) {
        return NotedArtifact.of(
                name,
                (host, directory) -> Outdated.chat(old.isEmpty() ? host.oldContract() : host.oldContract(old), body)
                        .toJar(directory.resolve("chat.jar")),
                messages);
    }

    private static NotedArtifact current(String name, String body) {
        return NotedArtifact.of(name, (host, directory) -> host.chat(body).toJar(directory.resolve("chat.jar")));
    }

    /** One with a class that reaches for something of the JDK; it never runs. */
    private static NotedArtifact reaching(String name, String body, String... messages) {
        return NotedArtifact.of(
                name,
                (host, directory) -> host.chat(GOOD)
                        .type("package acme; class Extra { void run() { " + body + " } }")
                        .toJar(directory.resolve("chat.jar")),
                messages);
    }
}
