package dev.layers.residue;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The host in a JVM of its own: it has the contract in a layer, and calls modules on threads that live on. */
record HostSide(ModuleLayer layer, Class<?> command, List<Object> houses) {
    static HostSide of(Path contractJar) throws Exception {
        ModuleLayer boot = ModuleLayer.boot();
        ModuleFinder finder = ModuleFinder.of(contractJar);
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("bot.api"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, HostSide.class.getClassLoader());
        // the threads of the host begin before any module comes
        Class.forName("bot.Shelf", true, layer.findLoader("bot.api"));
        return new HostSide(layer, layer.findLoader("bot.api").loadClass("bot.Command"), new ArrayList<>());
    }

    /** Calls a command on a thread of the host that lives on, with a host that is kept. */
    void call(Object instance) throws Exception {
        Class<?> type = layer.findLoader("bot.api").loadClass("bot.House");
        Object host = type.getConstructor().newInstance();
        houses.add(host);
        Method run = command.getMethods()[0];
        onHostThread(() -> {
            try {
                return run.invoke(instance, host);
            } catch (InvocationTargetException failure) {
                throw failure.getCause() instanceof Exception cause ? cause : failure;
            }
        });
    }

    /** Runs a task on a thread that waits for ever afterwards, and keeps nothing of the task. */
    static void onHostThread(Callable<?> task) throws Exception {
        CompletableFuture<Callable<?>> given = new CompletableFuture<>();
        CompletableFuture<String> told = new CompletableFuture<>();
        Thread thread = new Thread(new HostThread(given, told), "host-caller");
        thread.setDaemon(true);
        thread.start();
        given.complete(task);
        String failure = told.get();
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }

    /** A thread of the host that is asked once. */
    private static final class HostThread implements Runnable {
        private CompletableFuture<Callable<?>> given;
        private final CompletableFuture<String> told;

        HostThread(CompletableFuture<Callable<?>> given, CompletableFuture<String> told) {
            this.given = given;
            this.told = told;
        }

        @Override
        public void run() {
            told.complete(failure());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        private String failure() {
            try {
                given.join().call();
                return "";
            } catch (Exception | Error failure) {
                return Outcome.failure("", failure).state();
            } finally {
                given = new CompletableFuture<>();
            }
        }
    }
}
