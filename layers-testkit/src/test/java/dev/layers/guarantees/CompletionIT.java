package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages that are completed, or left behind, while a generation goes. */
class CompletionIT {
    @TempDir
    Path directory;

    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Object> stage = new CompletableFuture<>();
    private BoundaryHost host;

    @BeforeEach
    void host() {
        host = BoundaryHost.create(directory);
        host.shopkeeper((method, argument) -> seen.add(argument));
    }

    @Test
    @DisplayName("G27 A call that waits for a stage of the host gets its value, though a reload waits for the call")
    void callThatWaitsForAStage_getsItsValueDuringAReload() throws Exception {
        Path jar = host.module("chat", """
                public Object any(Object value) { return ((CompletionStage<?>) value).toCompletableFuture().join(); }
                """);
        try (LayerManager manager = manager(UnloadPolicy.standard().drainFor(Duration.ofSeconds(20)))) {
            LoadedModule module = manager.load(jar);
            Object service = host.service(module);
            Thread caller = DrainHost.waiting("caller", () -> seen.add(answer(service)));
            CompletableFuture<UnloadReport> reload = CompletableFuture.supplyAsync(module::reload);
            Patience.until(
                    "calls go to the next generation",
                    () -> module.generation().toString().equals("chat#2"));
            stage.complete("the value");
            Patience.untilEnded(caller);

            assertThat(reload.orTimeout(1, TimeUnit.MINUTES).join()).isClean();
            assertThat(seen).containsExactly("the value");
        }
    }

    @Test
    @DisplayName("G21 A hook that waits for a stage of the host is told at the latest when its time is over")
    void hookThatWaitsForAStage_isToldWhenItsTimeIsOver() throws Throwable {
        Path jar = host.module("chat", """
                static CompletableFuture<?> held;
                public Object any(Object value) {
                    held = ((CompletionStage<?>) value).toCompletableFuture();
                    return "held";
                }
                public void beforeUnload(dev.layers.module.UnloadContext context) {
                    shop.put("waits");
                    try {
                        shop.put(held.join());
                    } catch (CompletionException told) {
                        shop.put(told.getCause().getClass().getSimpleName());
                    }
                }
                """);
        host.shopkeeper((method, argument) -> {
            if (argument.equals("waits")) {
                stage.complete("the value");
            }
            return seen.add(argument);
        });
        try (LayerManager manager = manager(UnloadPolicy.standard().hooksFor(Duration.ofSeconds(1)))) {
            LoadedModule module = manager.load(jar);
            answer(host.service(module));
            UnloadReport report = module.unload();

            assertThat(seen).containsExactly("waits", "ModuleUnloadedException");
            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .startsWith("beforeUnload of 'acme.Chat' did not end within ");
            assertThat(report).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName(
            "G27 A stage that a thread of the module leaves when it is stopped ends there, not on the unloading thread")
    void stageLeftLate_endsWhereItIsLeft() {
        Path jar = host.module("chat", "", """
                var began = new CountDownLatch(1);
                context.executor().execute(() -> {
                    began.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        shop.put(new CompletableFuture<String>());
                    }
                });
                try { began.await(); } catch (InterruptedException stop) { throw new IllegalStateException(stop); }
                """);
        host.shopkeeper((method, argument) -> {
            seen.add(Thread.currentThread().getName());
            return ((CompletionStage<?>) argument)
                    .whenComplete(
                            (value, thrown) -> seen.add(Thread.currentThread().getName()));
        });
        try (LayerManager manager = manager(UnloadPolicy.standard())) {
            assertThat(manager.load(jar).unload()).isClean();
            assertThat(seen).containsExactly("chat#1-1", "chat#1-1");
        }
    }

    private LayerManager manager(UnloadPolicy policy) {
        return BoundaryHost.manager(host.contract().build()).unloading(policy).build();
    }

    private Object answer(Object service) {
        try {
            return BoundaryHost.call(service, "any", stage);
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
