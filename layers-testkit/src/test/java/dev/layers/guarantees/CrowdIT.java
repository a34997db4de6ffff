package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadPolicy;
import dev.layers.UnloadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Drains where there are many threads, and threads that only a dump of the JDK shows. */
class CrowdIT {
    private static final UnloadPolicy SHORT = UnloadPolicy.standard().drainFor(Duration.ofSeconds(1));
    private static final UnloadPolicy LONG = UnloadPolicy.standard().drainFor(Duration.ofMinutes(2));

    @TempDir
    Path directory;

    private DrainHost host;
    private final CountDownLatch idle = new CountDownLatch(1);

    @BeforeEach
    void host() {
        host = new DrainHost(directory);
    }

    @AfterEach
    void letGo() throws Exception {
        idle.countDown();
        host.letGo();
    }

    @Test
    @EnabledForJreRange(minVersion = 21)
    @DisplayName("G27 A virtual thread that is parked in a call is found and named, and waited for")
    void virtualThreadInACall_isNamed() throws Exception {
        try (LayerManager manager = host.manager(SHORT)) {
            LoadedModule module = host.load(manager, "chat");
            Thread caller = startVirtual("walker", () -> host.call(module, "ignore"));
            Patience.until("it waits", () -> caller.getState() == Thread.State.WAITING);
            UnloadReport refused = module.unload();

            assertThat(refused).isRefused();
            assertThat(refused.findings())
                    .singleElement()
                    .asString()
                    .matches("a call still runs: virtual thread 'walker'( \\(WAITING\\))? at "
                            + DrainHost.PLACE.replaceAll("[.()]", "\\\\$0"));
            host.letGo();
            Patience.untilEnded(caller);
            assertThat(module.unload()).isClean();
        }
    }

    @Test
    @DisplayName("G21 1,000 idle platform threads and 10,000 parked virtual ones elsewhere do not keep a drain")
    void idleCrowd_doesNotKeepADrain() throws Exception {
        AtomicInteger parked = new AtomicInteger();
        Runnable idling = () -> {
            parked.incrementAndGet();
            await(idle);
        };
        int virtual = Runtime.version().feature() >= 21 ? 10_000 : 0;
        List<Thread> crowd = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            Thread thread = new Thread(null, idling, "idle-" + number, 128 << 10);
            thread.setDaemon(true);
            thread.start();
            crowd.add(thread);
        }
        for (int number = 0; number < virtual; number++) {
            crowd.add(startVirtual("parked-" + number, idling));
        }
        Patience.until("all are there", () -> parked.get() == 1_000 + virtual);

        try (LayerManager manager = host.manager(LONG)) {
            LoadedModule module = host.load(manager, "chat");
            Object answer = host.call(module, "ping");
            UnloadReport reload = module.reload();
            UnloadReport unload = module.unload();

            assertThat(answer).isEqualTo("answer to ping");
            assertThat(reload).isClean();
            assertThat(unload).isClean();
            assertThat(crowd).allMatch(Thread::isAlive);
        } finally {
            idle.countDown();
            for (Thread thread : crowd) {
                Patience.untilEnded(thread);
            }
        }
    }

    /** Starts one by name of the method, which came with JDK 21. */
    private static Thread startVirtual(String name, Runnable code) throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        Class<?> type = Class.forName("java.lang.Thread$Builder");
        Object named = type.getMethod("name", String.class).invoke(builder, name);
        return (Thread) type.getMethod("start", Runnable.class).invoke(named, code);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
