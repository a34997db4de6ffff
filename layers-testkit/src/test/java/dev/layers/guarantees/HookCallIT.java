package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a generation goes, its own threads may call the host, which calls back; nobody else gets in. */
class HookCallIT {
    private static final String HOOK = """
            public void beforeUnload(dev.layers.module.UnloadContext context) {
                shop.later(() -> shop.put("called by " + context.reason()));
            }
            """;

    @TempDir
    Path directory;

    private final List<Object> seen = new CopyOnWriteArrayList<>();
    private BoundaryHost host;

    @BeforeEach
    void host() {
        host = BoundaryHost.create(directory);
        host.shopkeeper(this::serve);
    }

    @Test
    @DisplayName("G20 A hook may hand its own code to the host, at an unload and at a reload")
    void hook_isCalledBack() {
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            LoadedModule module = manager.load(host.module("chat", HOOK));

            assertThat(module.reload()).isClean();
            assertThat(module.unload()).isClean();
            assertThat(seen).containsExactly("called by RELOAD", "called by UNLOAD");
        }
    }

    @Test
    @DisplayName("G31 What a module registered may hand its own code to the host when it is closed")
    void registration_isCalledBack() {
        Path jar = host.module("chat", """
                public void register(dev.layers.module.ModuleContext context) {
                    context.onUnload(() -> shop.later(() -> shop.put("closed")));
                }
                """, "register(context);");
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            assertThat(manager.load(jar).unload()).isClean();
            assertThat(seen).containsExactly("closed");
        }
    }

    @Test
    @DisplayName("G20 A managed thread that ends at the interrupt may still hand its own code to the host")
    void managedThread_isCalledBack() {
        Path jar = host.module("chat", "", """
                var began = new CountDownLatch(1);
                context.executor().execute(() -> {
                    began.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        shop.later(() -> shop.put("flushed"));
                    }
                });
                try { began.await(); } catch (InterruptedException stop) { throw new IllegalStateException(stop); }
                """);
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            assertThat(manager.load(jar).unload()).isClean();
            assertThat(seen).containsExactly("flushed");
        }
    }

    @Test
    @DisplayName("G20 A thread of the host does not get in while a hook runs")
    void threadOfTheHost_isRefused() {
        host.shopkeeper((method, argument) -> {
            CompletableFuture<Void> elsewhere = CompletableFuture.runAsync((Runnable) argument);
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(elsewhere::join)
                    .withCauseInstanceOf(ModuleUnloadedException.class);
            return seen.add("refused");
        });
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            assertThat(manager.load(host.module("chat", HOOK)).unload()).isClean();
            assertThat(seen).containsExactly("refused");
        }
    }

    private Object serve(String method, Object argument) {
        if (argument instanceof Runnable action) {
            action.run();
            return "done";
        }
        return seen.add(argument);
    }
}
