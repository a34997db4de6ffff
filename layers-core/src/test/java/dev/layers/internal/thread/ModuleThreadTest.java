package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ModuleThreadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ClassLoader loader = new ClassLoader("chat#1", null) {};

    @Test
    void value_isHandedOver() throws Exception {
        Optional<String> value =
                ModuleThread.start("chat#1 start", loader, () -> "done").await(Deadline.in(LONG));

        assertThat(value).contains("done");
    }

    @Test
    void noValue_isEmpty() throws Exception {
        Optional<Object> value =
                ModuleThread.start("chat#1 start", loader, () -> null).await(Deadline.in(LONG));

        assertThat(value).isEmpty();
    }

    @Test
    void code_runsOnADaemonThreadOfThatNameWithTheContextLoader() throws Exception {
        Thread thread = ModuleThread.start("chat#1 start", loader, () -> {
                    Thread current = Thread.currentThread();
                    assertThat(current.getContextClassLoader()).isSameAs(loader);
                    return current;
                })
                .await(Deadline.in(LONG))
                .orElseThrow();

        assertThat(thread.getName()).isEqualTo("chat#1 start");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void thread_letsItsContextLoaderGoAndEnds() throws Exception {
        Thread thread = ModuleThread.start("chat#1 start", loader, Thread::currentThread)
                .await(Deadline.in(LONG))
                .orElseThrow();

        boolean ended = Deadline.in(LONG).join(thread);

        assertThat(ended).isTrue();
        assertThat(thread.getContextClassLoader()).isNotSameAs(loader);
    }

    @Test
    void failure_comesAsACopy() {
        ModuleThread<Object> started = ModuleThread.start("chat#1 start", loader, () -> {
            throw new NoClassDefFoundError("acme/Missing");
        });

        assertThatThrownBy(() -> started.await(Deadline.in(LONG)))
                .isInstanceOf(ModuleFailure.class)
                .hasToString("java.lang.NoClassDefFoundError: acme/Missing");
    }

    @Test
    void overdueCode_isInterruptedAndNamed() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ModuleThread<Object> started = ModuleThread.start("chat#1 start", loader, () -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
            return null;
        });
        Deadline.in(LONG).await(began::await);

        assertThatThrownBy(() -> started.await(Deadline.in(Duration.ZERO)))
                .isInstanceOf(ModuleThread.Overdue.class)
                .hasMessageStartingWith("thread 'chat#1 start' still runs at ");

        assertThat(Deadline.in(LONG).await(interrupted::await)).isTrue();
    }

    @Test
    void threadHasEnded_whenTheCodeHas() throws Exception {
        for (int round = 0; round < 500; round++) {
            Optional<Thread> thread = ModuleThread.start("chat#1 start", loader, Thread::currentThread)
                    .await(Deadline.in(LONG));

            assertThat(thread)
                    .hasValueSatisfying(ended -> assertThat(ended.isAlive()).isFalse());
        }
    }
}
