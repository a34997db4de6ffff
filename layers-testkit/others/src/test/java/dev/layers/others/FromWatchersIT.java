package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.CollectionPolicy;
import dev.layers.DirectoryWatch;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import dev.layers.WatchPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that watch a directory: as those of Layrry do, and as one of Spring Boot DevTools does in development. */
class FromWatchersIT {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @TempDir
    private Path plugins;

    private Path jar;

    @BeforeEach
    void choosePlace() {
        jar = plugins.resolve("chat.jar");
    }

    // @start region="layrry"
    private LayerManager watching(BlockingQueue<LayerEvent> told) {
        ServiceContract contract =
                ServiceContract.builder().provides(Greeter.class).build();
        CollectionPolicy requesting = CollectionPolicy.request(Duration.ofSeconds(20));
        LayerManager manager = LayerManager.builder(contract)
                .collecting(requesting)
                .listener(event -> {
                    if (event instanceof LayerEvent.Loaded || event instanceof LayerEvent.Unloaded) {
                        told.add(event); // text, numbers and durations: may be kept
                    }
                })
                .build();
        manager.watch(plugins);
        return manager;
    }
    // @end

    @Test
    void watchedDirectory_addsAndRemoves() throws Exception {
        BlockingQueue<LayerEvent> told = new LinkedBlockingQueue<>();

        try (LayerManager manager = watching(told)) {
            ShownPlugins.layers(jar, "Hello");
            assertThat(told.poll(60, TimeUnit.SECONDS)).isInstanceOf(LayerEvent.Loaded.class);
            manager.services(Greeter.class).forEach(greeter -> heard.add(greeter.greet("Ada")));
            Files.delete(jar);
            LayerEvent removed = told.poll(60, TimeUnit.SECONDS);

            assertThat(removed).isInstanceOf(LayerEvent.Unloaded.class);
            UnloadReport report = ((LayerEvent.Unloaded) removed).report();
            report.verdict().join();
            assertThat(report).isClean();
        }
        assertThat(heard).containsExactly("Hello Ada");
    }

    // @start region="devtools"
    private DirectoryWatch develop(LayerManager manager, Path classes) {
        WatchPolicy policy = WatchPolicy.standard().mode(WatchPolicy.Mode.AT_NEXT_CALL);
        DirectoryWatch watch = manager.watch(classes, policy);
        watch.first().join();
        return watch;
    }
    // @end

    @Test
    void changedModule_isReloadedByTheNextCall() throws IOException {
        ShownPlugins.layers(jar, "Hello");
        ServiceContract contract =
                ServiceContract.builder().provides(Greeter.class).build();

        try (LayerManager manager = LayerManager.builder(contract).build()) {
            DirectoryWatch watch = develop(manager, plugins);
            Greeter greeter = manager.services(Greeter.class).get(0);
            heard.add(greeter.greet("Ada"));
            ShownPlugins.layers(jar, "Hi");
            await(() -> watch.text().endsWith("\n  reloaded by the next call: chat"));

            assertThat(generation(manager)).as("nobody has called it").isEqualTo("chat#1");
            // while the watch itself is at work, a call leaves the reload to the one after it
            await(() -> greeter.greet("Ada").equals("Hi Ada"));
            assertThat(generation(manager)).isEqualTo("chat#2");
        }

        assertThat(heard).containsExactly("Hello Ada");
    }

    private static String generation(LayerManager manager) {
        return manager.module("chat").orElseThrow().generation().toString();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
