package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Snapshots;
import dev.layers.fixture.TestJar;
import dev.layers.internal.layer.ClassTransform;
import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.layer.HostSide;
import dev.layers.preflight.Finding;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules of hosts whose class path holds the contract together with libraries. */
class ClassPathHostTest {
    private static final String COMMAND = "package bot.api; public interface Command { bot.api.model.Text text(); }";
    private static final String TEXT = "package bot.api.model; public class Text {}";
    private static final String MAIN = """
            package acme.chat;
            public class Chat implements bot.api.Command, java.util.function.Supplier<Object> {
                public bot.api.model.Text text() { return new bot.api.model.Text(); }
                public Object get() { text(); return org.gson.Gson.name(); }
            }
            """;

    @TempDir
    Path directory;

    private TestJar all;

    @BeforeEach
    void compile() {
        all = TestJar.empty().source(COMMAND, TEXT, MAIN, gson("host"));
    }

    @Test
    void plainModule_bringsALibraryThatLiesBesideTheClassesOfTheHost() throws Exception {
        HostSide host = host(hostClasses().writeDirectory(directory.resolve("classes")));

        assertThat(result(host, plainMain(), plainGson())).isEqualTo("gson of the module");
        assertThat(result(host, plainMain())).isEqualTo("gson of the host");
    }

    @Test
    void plainModule_bringsALibraryThatTheFatJarOfTheHostHas() throws Exception {
        HostSide host = host(hostClasses().writeTo(directory.resolve("bot-all-1.0.jar")));

        assertThat(result(host, plainMain(), plainGson())).isEqualTo("gson of the module");
        assertThat(result(host, plainMain())).isEqualTo("gson of the host");
    }

    @Test
    void plainModule_bringsALibraryThatTheNamelessFatJarOfTheHostHas() throws Exception {
        HostSide host = host(hostClasses().writeTo(directory.resolve("1.0.jar")));

        assertThat(result(host, plainMain(), plainGson())).isEqualTo("gson of the module");
    }

    @Test
    void plainModule_bringsALibraryThatAnotherJarOfTheHostHas() throws Exception {
        Path api = only("bot/api/Command.class", "bot/api/model/Text.class").writeTo(directory.resolve("bot-api.jar"));
        Path gson = only("org/gson/Gson.class").writeTo(directory.resolve("gson.jar"));
        HostSide host = host(api, gson);

        assertThat(result(host, plainMain(), plainGson())).isEqualTo("gson of the module");
        assertThat(result(host, plainMain())).isEqualTo("gson of the host");
    }

    @Test
    void moduleWithADescriptor_bringsALibraryThatTheHostHas() throws Exception {
        HostSide host = host(hostClasses().writeDirectory(directory.resolve("classes")));
        Path chat = TestJar.empty()
                .source(
                        "module acme.chat { provides java.util.function.Supplier with acme.chat.Chat; }",
                        gson("module"),
                        "package acme.chat; public class Chat implements java.util.function.Supplier<Object> {"
                                + " public Object get() { return org.gson.Gson.name(); } }")
                .writeTo(directory.resolve("chat.jar"));

        assertThat(result(host, chat)).isEqualTo("gson of the module");
    }

    @Test
    void packagesOfTheContract_areNotBroughtAlong() throws Exception {
        Path chat = plainMain("bot/api/Command.class", "bot/api/model/Text.class");

        List<Finding> findings = resolution(host(hostClasses().writeDirectory(directory.resolve("classes"))), chat)
                .check();

        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly(bundled(chat, "bot.api"), bundled(chat, "bot.api.model"));
    }

    private static String bundled(Path chat, String packageName) {
        return "L057 " + chat + ": module 'acme.chat': contains package '" + packageName + "' of 'host.classes';"
                + " wanted the contract of the host alone; remove the package; compile against 'host.classes' and do"
                + " not pack it";
    }

    private static HostSide host(Path... classPath) throws Exception {
        URL[] urls = new URL[classPath.length];
        for (int index = 0; index < urls.length; index++) {
            urls[index] = classPath[index].toUri().toURL();
        }
        return HostSide.of(List.of(new URLClassLoader(urls).loadClass("bot.api.Command"), Supplier.class));
    }

    private static Resolution resolution(HostSide host, Path main, Path... libraries) throws Exception {
        return new Resolution(
                "acme.chat",
                Snapshots.take(main, libraries).findAll(),
                HostModules.of(host.configurations(), host.contract()),
                new Terms(List.of(), Optional.empty(), false));
    }

    @SuppressWarnings("rawtypes")
    private static Object result(HostSide host, Path main, Path... libraries) throws Exception {
        Resolution resolution = resolution(host, main, libraries);
        assertThat(resolution.check()).isEmpty();
        Resolved resolved = resolution.resolve();
        GenerationLayer layer = GenerationLayer.define(
                new GenerationLayer.Plan(
                        "acme.chat", 1, resolved.configuration(), resolved.readsAll(), ClassTransform.none()),
                host);
        Supplier supplier = layer.providers(Supplier.class).get(0).get();
        if (main.getFileName().toString().startsWith("acme.chat")) {
            Class<?> command = host.contract().get(0).loader().loadClass("bot.api.Command");
            assertThat(layer.providers(command)).hasSize(1);
        }
        return supplier.get();
    }

    private TestJar hostClasses() {
        return only("bot/api/Command.class", "bot/api/model/Text.class", "org/gson/Gson.class");
    }

    private Path plainMain(String... others) throws Exception {
        return only(others)
                .entry("acme/chat/Chat.class", all.entry("acme/chat/Chat.class"))
                .entry("META-INF/services/java.util.function.Supplier", "acme.chat.Chat")
                .entry("META-INF/services/bot.api.Command", "acme.chat.Chat")
                .writeTo(directory.resolve("acme.chat.jar"));
    }

    private Path plainGson() throws Exception {
        return TestJar.empty().source(gson("module")).writeTo(directory.resolve("own-gson.jar"));
    }

    private TestJar only(String... names) {
        TestJar jar = TestJar.empty();
        for (String name : names) {
            jar = jar.entry(name, all.entry(name));
        }
        return jar;
    }

    private static String gson(String owner) {
        return "package org.gson; public class Gson { public static String name() { return \"gson of the " + owner
                + "\"; } }";
    }
}
