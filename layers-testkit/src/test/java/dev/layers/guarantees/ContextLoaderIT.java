package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls run with the module's class loader as context only where the contract says so, and give it back. */
class ContextLoaderIT {
    private static final String MEMBERS = """
            static String context() {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                return loader == Chat.class.getClassLoader() ? "the module's" : loader.getName();
            }
            public String say(String text) throws BotException {
                if (text.equals("fail")) { throw new BotException(context()); }
                return context();
            }
            public Listener listener() { return text -> context(); }
            public Supplier<Listener> supplier() { return () -> { shop.put(context()); return null; }; }
            """;

    /** Calls the host in a call and in its hook. */
    private static final String HOST_CALLS = """
            public String say(String text) {
                shop.later(null);
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                return loader == Chat.class.getClassLoader() ? "the module's after the call" : loader.getName();
            }
            public void beforeUnload(dev.layers.module.UnloadContext context) { shop.later(null); }
            """;

    @TempDir
    Path directory;

    private final ClassLoader own = new ClassLoader("the caller's", null) {};
    private final Thread thread = Thread.currentThread();
    private final ClassLoader former = thread.getContextClassLoader();

    private BoundaryHost host;

    @BeforeEach
    void setContext() {
        host = BoundaryHost.create(directory);
        thread.setContextClassLoader(own);
    }

    @AfterEach
    void restoreContext() {
        thread.setContextClassLoader(former);
    }

    @Test
    @DisplayName("Without settingContextLoader, calls leave the context loader alone")
    void contextLoader_isLeftAlone() throws Throwable {
        assertThat(contexts(host.contract().build()))
                .containsExactly("the caller's", "the caller's", "the caller's", "the caller's");
        assertThat(thread.getContextClassLoader()).isSameAs(own);
    }

    @Test
    @DisplayName("With settingContextLoader, services and callbacks run with the module's, which is taken back")
    void contextLoader_isTheModulesDuringCalls() throws Throwable {
        assertThat(contexts(host.contract().settingContextLoader().build()))
                .containsExactly("the module's", "the module's", "the module's", "the module's");
        assertThat(thread.getContextClassLoader()).isSameAs(own);
    }

    @Test
    @DisplayName("With settingContextLoader, the context loader is taken back after each call and pins nothing")
    void contextLoader_isTakenBackEachTime() throws Throwable {
        ServiceContract contract = host.contract().settingContextLoader().build();
        try (LayerManager manager = BoundaryHost.manager(contract).build()) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object service = host.service(module);
            Object listener = BoundaryHost.call(service, "listener");

            BoundaryHost.thrown(service, "say", "fail");
            assertThat(thread.getContextClassLoader()).isSameAs(own);
            BoundaryHost.call(listener, "heard", "ping");
            assertThat(thread.getContextClassLoader()).isSameAs(own);
            dev.layers.testkit.LayersAssertions.assertThat(module.unload()).isClean();
            BoundaryHost.thrown(listener, "heard", "ping");
            BoundaryHost.thrown(service, "say", "ping");
            assertThat(thread.getContextClassLoader()).isSameAs(own);
        }
    }

    @Test
    @DisplayName(
            "G17 A pool of the host that begins in a call from a hook or a call neither has nor keeps the module's")
    void poolOfTheHost_doesNotInheritTheModules() throws Throwable {
        ServiceContract contract = host.contract().settingContextLoader().build();
        ExecutorService pool = Executors.newCachedThreadPool();
        Path jar = host.module("chat", HOST_CALLS, "shop.later(null);");
        // each needs a thread of its own, since none of them ends
        CountDownLatch end = new CountDownLatch(1);
        List<ClassLoader> seen = new CopyOnWriteArrayList<>();
        host.shopkeeper((method, argument) -> {
            seen.add(Thread.currentThread().getContextClassLoader());
            pool.execute(() -> awaitEnd(end, seen));
            return "done";
        });
        try (LayerManager manager = BoundaryHost.manager(contract).build()) {
            LoadedModule module = manager.load(jar);
            Object answer = BoundaryHost.call(host.service(module), "say", "ping");
            UnloadReport report = module.unload();
            Patience.until("the pool has three threads", () -> seen.size() == 6);

            assertThat(answer).isEqualTo("the module's after the call");
            assertThat(seen).containsOnly(own);
            dev.layers.testkit.LayersAssertions.assertThat(report).isClean();
        } finally {
            end.countDown();
            pool.shutdown();
        }
    }

    @Test
    @DisplayName("A context loader that is not the module's stays what it is in calls to the host")
    void otherContextLoader_isLeftAloneInCallsToTheHost() throws Throwable {
        List<ClassLoader> seen = new ArrayList<>();
        host.shopkeeper((method, argument) -> {
            seen.add(Thread.currentThread().getContextClassLoader());
            return "done";
        });
        ClassLoader other = new ClassLoader("another", null) {};
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            Object service = host.service(manager.load(host.module("chat", HOST_CALLS)));
            thread.setContextClassLoader(other);
            BoundaryHost.call(service, "say", "ping");

            assertThat(thread.getContextClassLoader()).isSameAs(other);
            thread.setContextClassLoader(own);
            assertThat(seen).containsExactly(other);
        }
    }

    private static void awaitEnd(CountDownLatch end, List<ClassLoader> seen) {
        seen.add(Thread.currentThread().getContextClassLoader());
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what the context loader is within a call, one that fails, a callback, and one of a type of the JDK. */
    private List<Object> contexts(ServiceContract contract) throws Throwable {
        List<Object> seen = new ArrayList<>();
        host.shopkeeper((method, argument) -> seen.add(argument));
        try (LayerManager manager = BoundaryHost.manager(contract).build()) {
            Object service = host.service(manager.load(host.module("chat", MEMBERS)));
            seen.add(BoundaryHost.call(service, "say", "ping"));
            seen.add(BoundaryHost.thrown(service, "say", "fail").getMessage());
            seen.add(BoundaryHost.call(BoundaryHost.call(service, "listener"), "heard", "ping"));
            ((java.util.function.Supplier<?>) BoundaryHost.call(service, "supplier")).get();
        }
        return seen;
    }
}
