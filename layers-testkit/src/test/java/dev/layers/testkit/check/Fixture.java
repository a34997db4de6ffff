package dev.layers.testkit.check;

import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A contract and plug-ins of several forms, in one directory. */
final class Fixture {
    private static final String API = """
            package com.acme;
            public interface Api {
                void greet();
                void leak();
                void soften();
                void start();
                void fail() throws Exception;
                void end();
                void loop();
                void halt();
                void rest() throws InterruptedException;
                void say();
                void draw();
                int more(int number);
            }
            """;

    private static final String REGISTRY = """
            package com.acme;
            public final class Registry {
                public static final java.util.List<Object> LISTENERS = new java.util.ArrayList<>();
                public static void start() {
                    Thread thread = new Thread(Registry::rest, "registry");
                    thread.setDaemon(true);
                    thread.start();
                }
                private static void rest() {
                    try { Thread.sleep(3_600_000); } catch (InterruptedException end) { return; }
                }
            }
            """;

    private static final String CLOCK = """
            package com.acme;
            public interface Clock {
                long now();
                java.util.List<String> zones();
                void keep(Object value);
            }
            """;

    private static final String FIXED = """
            package com.acme;
            public final class FixedClock implements Clock {
                private final java.util.List<Object> kept = new java.util.ArrayList<>();
                public long now() { return kept.size(); }
                public java.util.List<String> zones() { return java.util.List.of("UTC"); }
                public void keep(Object value) { kept.add(value); }
            }
            """;

    private static final String CHAT = """
            package acme;
            import java.lang.ref.SoftReference;
            public class Chat implements com.acme.Api {
                private java.util.Timer timer;
                public void halt() { Runtime.getRuntime().halt(0); }
                public void rest() throws InterruptedException {
                    System.out.print("resting");
                    System.out.flush();
                    Thread.sleep(3_600_000);
                }
                public void say() {
                    new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true).println("said");
                }
                public void greet() { System.out.println("hello from " + getClass().getName()); }
                public void leak() { com.acme.Registry.LISTENERS.add(this); timer = new java.util.Timer("acme-timer", true); }
                public void soften() { com.acme.Registry.LISTENERS.add(new SoftReference<>(this)); }
                public void start() { com.acme.Registry.start(); }
                public void fail() throws Exception { throw new java.io.IOException("no network"); }
                public void end() { System.exit(0); }
                public void loop() { while (true) { Thread.onSpinWait(); } }
                public void draw() { new lib.Pen().draw(); }
                public int more(int number) { return number; }
            }
            """;

    private final Path directory;
    private final Path library;

    Fixture(Path directory) {
        this.directory = directory;
        this.library = ModuleSource.module("module lib { exports lib; }")
                .type("package lib; public class Pen { public void draw() { System.out.println(\"drawn\"); } }")
                .toJar(directory.resolve("lib.jar"));
        ModuleSource modular = types(ModuleSource.module("module com.acme.api { exports com.acme; }"));
        modular.toJar(directory.resolve("api.jar"));
        modular.toDirectory(directory.resolve("api-classes"));
        types(ModuleSource.plain()).toJar(directory.resolve("plain-api.jar"));
        types(ModuleSource.plain()).toDirectory(directory.resolve("plain-api-classes"));
        plugIns();
    }

    private static ModuleSource types(ModuleSource source) {
        return source.type(API)
                .type(REGISTRY)
                .type(CLOCK)
                .type(FIXED)
                .type("package com.acme; public abstract class Part {}")
                .type("package com.acme; interface Hidden {}");
    }

    private void plugIns() {
        Path api = directory.resolve("api.jar");
        Path plainApi = directory.resolve("plain-api.jar");
        modular("chat", "com.acme.api", api).toJar(directory.resolve("chat.jar"));
        modular("chat", "plain.api", plainApi).toJar(directory.resolve("chat-of-plain.jar"));
        plain(CHAT, plainApi).dependsOn(library).toJar(directory.resolve("plain-chat.jar"));
        plain(constructing("if (true) throw new IllegalStateException(\"no licence\");"), plainApi)
                .dependsOn(library)
                .toJar(directory.resolve("unlicensed-chat.jar"));
        plain(
                        constructing(
                                "com.acme.Registry.LISTENERS.add(this); if (true) throw new IllegalStateException();"),
                        plainApi)
                .dependsOn(library)
                .toJar(directory.resolve("leaky-chat.jar"));
        plain(
                        constructing(
                                "if (com.acme.Registry.LISTENERS.size() == 2) throw new IllegalStateException(\"full\");"
                                        + " com.acme.Registry.LISTENERS.add(1);"),
                        plainApi)
                .dependsOn(library)
                .toJar(directory.resolve("third-chat.jar"));
        plain(
                        constructing(
                                "try { Thread.sleep(3_000); } catch (InterruptedException end) { throw new Error(end); }"),
                        plainApi)
                .dependsOn(library)
                .toJar(directory.resolve("slow-chat.jar"));
        asking(api).toJar(directory.resolve("asking-chat.jar"));
        hooked(api).toJar(directory.resolve("hooked-chat.jar"));
        ModuleSource.module("module empty {}")
                .type("package acme; public class Empty {}")
                .toJar(directory.resolve("empty.jar"));
    }

    private static String constructing(String statements) {
        return CHAT.replace(
                "class Chat implements com.acme.Api {", "class Chat implements com.acme.Api { { " + statements + " }");
    }

    /** Looks a service up with its host and gives itself to it. */
    private ModuleSource asking(Path contract) {
        return hooked(contract, """
                class Chat implements dev.layers.module.ModuleLifecycle, com.acme.Api {
                    public void start(dev.layers.module.ModuleContext context) {
                        com.acme.Clock clock = context.service(com.acme.Clock.class);
                        System.out.println("at " + clock.now() + clock.zones());
                        clock.keep(this);
                    }
                """);
    }

    private ModuleSource hooked(Path contract) {
        return hooked(contract, """
                class Chat implements dev.layers.module.ModuleLifecycle, com.acme.Api {
                    public void start(dev.layers.module.ModuleContext context) { System.out.println("started"); }
                    public void beforeUnload(dev.layers.module.UnloadContext context) { System.out.println("unloaded"); }
                """);
    }

    private ModuleSource hooked(Path contract, String hooks) {
        return ModuleSource.module(
                        "module hooked { requires com.acme.api; requires dev.layers.core; requires static lib;"
                                + " provides com.acme.Api with acme.Chat;"
                                + " provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type(CHAT.replace("class Chat implements com.acme.Api {", hooks))
                .dependsOn(contract, library)
                .dependsOn(CorePath.locations());
    }

    private ModuleSource modular(String name, String api, Path contract) {
        return ModuleSource.module("module " + name + " { requires " + api
                        + "; requires static lib; provides com.acme.Api with acme.Chat; }")
                .type(CHAT)
                .dependsOn(contract, library);
    }

    private static ModuleSource plain(String text, Path contract) {
        return ModuleSource.plain()
                .type(text)
                .service("com.acme.Api", "acme.Chat")
                .dependsOn(contract);
    }

    Path directory() {
        return directory;
    }

    /** Runs {@code check} with the modular contract, then {@code arguments}, divided by blanks. */
    CheckProcess check(String arguments) throws Exception {
        return run(List.of(), "--contract api.jar --service com.acme.Api " + arguments);
    }

    /** Runs {@code check} with {@code arguments}, divided by blanks. */
    CheckProcess run(List<String> options, String arguments) throws Exception {
        String[] words = Stream.concat(Stream.of("check"), Arrays.stream(arguments.split(" ")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        return CheckProcess.run(directory, options, words);
    }
}
