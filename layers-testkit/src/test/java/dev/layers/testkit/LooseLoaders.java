package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** Loaders of module {@code acme.chat} that belong to nobody, and threads that run until they are released. */
final class LooseLoaders {
    private final Path jar;
    private final CountDownLatch end = new CountDownLatch(1);

    private LooseLoaders(Path jar) {
        this.jar = jar;
    }

    static LooseLoaders compiledTo(Path directory) {
        return new LooseLoaders(ModuleSource.module("module acme.chat { exports acme; }")
                .type("package acme; public class Chat implements java.util.function.IntSupplier {"
                        + " public int getAsInt() { return 42; } }")
                .toJar(directory.resolve("chat.jar")));
    }

    Path jar() {
        return jar;
    }

    /** Returns a loader that has loaded nothing. */
    URLClassLoader fresh(String name) {
        try {
            return new URLClassLoader(
                    name, new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns a loader whose class has been called. */
    URLClassLoader used(String name) throws Exception {
        URLClassLoader loader = fresh(name);
        IntSupplier chat =
                (IntSupplier) loader.loadClass("acme.Chat").getConstructor().newInstance();
        assertThat(chat.getAsInt()).isEqualTo(42);
        loader.close();
        return loader;
    }

    ModuleLayer layer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("acme.chat"));
        return boot.defineModulesWithOneLoader(configuration, null);
    }

    static void start(Thread thread, ClassLoader context) {
        thread.setContextClassLoader(context);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the loaders are released; heeds no interrupt. */
    void await() {
        boolean isOpen = false;
        while (!isOpen) {
            try {
                end.await();
                isOpen = true;
            } catch (InterruptedException goOn) {
                continue;
            }
        }
    }

    /** Lets all threads that wait come to their end. */
    void release() {
        end.countDown();
    }

    /** Returns what {@code check} of {@code body} fails with. */
    static AssertionError failure(UnloadCheck check, UnloadBody<? extends Exception> body) {
        Throwable thrown = catchThrowable(() -> check.verify(body));
        assertThat(thrown).isInstanceOf(AssertionError.class);
        return (AssertionError) thrown;
    }
}
