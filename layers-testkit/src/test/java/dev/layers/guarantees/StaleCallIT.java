package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.GenerationName;
import dev.layers.LayerEvent;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import dev.layers.References;
import dev.layers.ServiceContract;
import dev.layers.StaleCalls;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the host keeps of a generation that is gone takes no calls. */
class StaleCallIT {
    private static final String GONE =
            "Module 'chat#1' is unloaded or being unloaded; '%s' takes no calls, let go of it";

    private static final String MEMBERS = """
            static final Listener EAR = new Ear();
            public Listener listener() { return EAR; }
            public Supplier<Listener> supplier() { return () -> EAR; }
            public String say(String text) { shop.add(EAR); return "said " + text; }
            """;

    @TempDir
    Path directory;

    private final List<LayerEvent> events = new CopyOnWriteArrayList<>();
    private BoundaryHost host;

    @BeforeEach
    void host() {
        host = BoundaryHost.create(directory);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G16 A kept callback of a generation that is gone throws, and the host can ask")
    void staleCallback_throws(GenerationEnd end) throws Throwable {
        try (LayerManager manager = manager(host.contract().build())) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object listener = BoundaryHost.call(host.service(module), "listener");
            Supplier<?> supplier = (Supplier<?>) BoundaryHost.call(host.service(module), "supplier");
            assertThat(References.isReference(listener)).isTrue();
            assertThat(References.isStale(listener)).isFalse();

            assertThat(end.of(module)).isClean();

            assertThat(References.isReference(listener)).isTrue();
            assertThat(References.isStale(listener)).isTrue();
            assertThat(References.isStale(supplier)).isTrue();
            assertThat(listener).hasToString("reference to bot.Listener of chat#1");
            assertThatExceptionOfType(ModuleUnloadedException.class)
                    .isThrownBy(() -> BoundaryHost.call(listener, "heard", "late"))
                    .withMessage(GONE, listener)
                    .withNoCause();
            assertThatExceptionOfType(ModuleUnloadedException.class)
                    .isThrownBy(supplier::get)
                    .withMessage(GONE, "reference to java.util.function.Supplier of chat#1");
        }
    }

    @Test
    @DisplayName("G16 Where the contract says IGNORE, a kept callback of a generation that is gone does nothing")
    void staleCallback_doesNothing() throws Throwable {
        ServiceContract contract = host.contract().staleCalls(StaleCalls.IGNORE).build();
        try (LayerManager manager = manager(contract)) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object service = host.service(module);
            Object listener = BoundaryHost.call(service, "listener");
            Supplier<?> supplier = (Supplier<?>) BoundaryHost.call(service, "supplier");
            assertThat(BoundaryHost.call(listener, "heard", "ping")).isEqualTo("ear heard ping");

            assertThat(module.unload()).isClean();

            assertThat(BoundaryHost.call(listener, "heard", "late")).isNull();
            assertThat(supplier.get()).isNull();
            assertThat(References.isStale(listener)).isTrue();
            assertThatExceptionOfType(ModuleUnloadedException.class)
                    .as("a service is no callback")
                    .isThrownBy(() -> BoundaryHost.call(service, "say", "late"));
        }
    }

    @Test
    @DisplayName("What is no reference is never stale, and a service reference is stale once its module is unloaded")
    void isStale_tellsOfReferencesAlone() throws Throwable {
        try (LayerManager manager = manager(host.contract().build())) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object service = host.service(module);
            assertThat(References.isReference(service)).isTrue();
            assertThat(module.reload()).isClean();
            assertThat(References.isStale(service)).isFalse();

            assertThat(module.unload()).isClean();

            assertThat(References.isStale(service)).isTrue();
            assertThat(References.isReference(host.listener())).isFalse();
            assertThat(References.isStale(host.listener())).isFalse();
        }
    }

    @Test
    @DisplayName("G27 During a reload a callback works for as long as the call runs that made it, not after")
    void callback_worksWhileItsCallIsRunning() throws Throwable {
        List<Object> heard = new CopyOnWriteArrayList<>();
        List<Object> listeners = new CopyOnWriteArrayList<>();
        try (LayerManager manager = manager(host.contract().build())) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            CompletableFuture<UnloadReport> reload = new CompletableFuture<>();
            Thread reloader = new Thread(() -> reload.complete(module.reload()), "reloader");
            host.shopkeeper((method, listener) -> {
                listeners.add(listener);
                reloader.start();
                Patience.until("the next generation serves", this::isReloaded);
                heard.add(BoundaryHost.call(listener, "heard", "within"));
                return null;
            });

            assertThat(BoundaryHost.call(host.service(module), "say", "ping")).isEqualTo("said ping");
            assertThat(reload.get(30, TimeUnit.SECONDS)).isClean();

            assertThat(module.generation()).isEqualTo(new GenerationName("chat", 2));
            assertThat(heard).containsExactly("ear heard within");
            assertThatExceptionOfType(ModuleUnloadedException.class)
                    .isThrownBy(() -> BoundaryHost.call(listeners.get(0), "heard", "after"))
                    .withMessage(GONE, listeners.get(0));
        }
    }

    @Test
    @DisplayName("G27 During a reload a callback takes no call of a thread that is not inside")
    void callback_takesNoCallOfAnotherThreadDuringReload() throws Throwable {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        CountDownLatch unloading = new CountDownLatch(1);
        try (LayerManager manager = manager(host.contract().build())) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Thread reloader = new Thread(module::reload, "reloader");
            host.shopkeeper((method, listener) -> {
                reloader.start();
                Patience.until("the old generation is drained", this::isDraining);
                Thread other = new Thread(() -> thrown.add(BoundaryHost.thrown(listener, "heard", "aside")), "other");
                other.start();
                Patience.untilEnded(other);
                unloading.countDown();
                return null;
            });

            assertThat(BoundaryHost.call(host.service(module), "say", "ping")).isEqualTo("said ping");
            Patience.untilEnded(reloader);

            assertThat(unloading.getCount()).isZero();
            assertThat(thrown).hasSize(1);
            assertThat(thrown.get(0)).isInstanceOf(ModuleUnloadedException.class);
        }
    }

    private boolean isReloaded() {
        return events.stream().anyMatch(LayerEvent.Reloaded.class::isInstance);
    }

    private boolean isDraining() {
        return events.stream().anyMatch(LayerEvent.Waiting.class::isInstance);
    }

    private LayerManager manager(ServiceContract contract) {
        return BoundaryHost.manager(contract).listener(events::add).build();
    }
}
