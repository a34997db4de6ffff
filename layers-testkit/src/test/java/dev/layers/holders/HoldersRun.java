package dev.layers.holders;

import dev.layers.CollectionPolicy;
import dev.layers.ExplanationPolicy;
import dev.layers.UnloadProbe;
import dev.layers.Verdict;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs modules in layers of the JDK's making, drops them, and writes what holds each: one heap dump for all. */
final class HoldersRun {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final ModuleLayer host;

    private HoldersRun(ModuleLayer host) {
        this.host = host;
    }

    /** Takes the directory of the jars, the file with the names of the modules, and the file to write. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        HoldersRun run = new HoldersRun(layer(ModuleLayer.boot(), directory.resolve("bot-api.jar"), "bot.api"));
        Class<?> shelf = run.host.findLoader("bot.api").loadClass("bot.Shelf");
        URL other = directory.resolve("other.jar").toUri().toURL();
        ClassLoader cache = new URLClassLoader("cache#1", new URL[] {other}, null);
        shelf.getField("first").set(null, cache.loadClass("other.Cache"));
        List<String> lines = run.outcomes(directory, Files.readAllLines(Path.of(arguments[1])));
        Files.write(Path.of(arguments[2]), lines);
        Runtime.getRuntime().halt(0);
    }

    private List<String> outcomes(Path directory, List<String> names) throws Exception {
        Map<String, Dropped> all = new LinkedHashMap<>();
        for (String name : names) {
            all.put(name, drop(directory.resolve(name + ".jar"), name));
        }
        ExplanationPolicy explaining = ExplanationPolicy.heapDump()
                .in(Files.createDirectory(directory.resolve("dumps")))
                .within(LONG);
        try (UnloadProbe probe = UnloadProbe.of(CollectionPolicy.request(LONG), explaining)) {
            Map<String, CompletableFuture<Verdict>> verdicts = new LinkedHashMap<>();
            all.forEach((name, dropped) -> verdicts.put(name, probe.watch(dropped.layer, dropped.loader)));
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, CompletableFuture<Verdict>> verdict : verdicts.entrySet()) {
                lines.add("= " + verdict.getKey());
                lines.addAll(lines(verdict.getValue().get(), all.get(verdict.getKey()).failure));
            }
            return lines;
        }
    }

    private static List<String> lines(Verdict verdict, String failure) {
        if (!failure.isEmpty()) {
            return List.of(failure);
        }
        List<String> lines = new ArrayList<>();
        if (verdict instanceof Verdict.Retained retained) {
            lines.add(retained.retention().hold().name());
            retained.retention().text().lines().forEach(lines::add);
        } else {
            lines.add(verdict instanceof Verdict.Collected ? "COLLECTED" : verdict.toString());
        }
        return lines;
    }

    private Dropped drop(Path jar, String name) throws Exception {
        CompletableFuture<String> failure = new CompletableFuture<>();
        CompletableFuture<Callable<?>> given = new CompletableFuture<>();
        Thread thread = new Thread(new HostThread(given, failure), "host-" + name);
        thread.setDaemon(true);
        thread.start();
        return dropped(jar, name, given, failure);
    }

    private Dropped dropped(
            Path jar, String name, CompletableFuture<Callable<?>> given, CompletableFuture<String> failure)
            throws Exception {
        ModuleLayer layer = layer(host, jar, name);
        ClassLoader loader = layer.findLoader(name);
        given.complete(
                (Callable<?>) loader.loadClass("acme.Chat").getConstructor().newInstance());
        return new Dropped(new WeakReference<>(layer), new WeakReference<>(loader), failure.get());
    }

    private static ModuleLayer layer(ModuleLayer parent, Path jar, String name) {
        Configuration configuration =
                parent.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of(name));
        return ModuleLayer.defineModulesWithOneLoader(configuration, List.of(parent), HoldersRun.class.getClassLoader())
                .layer();
    }

    /** A module that was run and dropped. */
    private record Dropped(WeakReference<ModuleLayer> layer, WeakReference<ClassLoader> loader, String failure) {}

    /** A thread of the host that runs one module, and lives on. */
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
            synchronized (this) {
                while (!told.isCancelled()) {
                    try {
                        wait();
                    } catch (InterruptedException stray) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }
        }

        private String failure() {
            try {
                given.join().call();
                return "";
            } catch (Throwable failure) {
                StringBuilder text = new StringBuilder(failure.toString());
                for (StackTraceElement element : failure.getStackTrace()) {
                    text.append(" at ").append(element);
                }
                return text.toString();
            } finally {
                given = new CompletableFuture<>();
            }
        }
    }
}
