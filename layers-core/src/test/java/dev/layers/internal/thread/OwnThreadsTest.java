package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class OwnThreadsTest {
    private boolean inside;
    private final ManagedThreads managed = new ManagedThreads("chat#1", new ClassLoader("chat#1", null) {});
    private final OwnThreads own = new OwnThreads(managed, () -> inside);

    @Test
    void thread_isOwnWhileItRunsCodeOfTheGeneration() throws Exception {
        assertThat(own.mayEnter()).isFalse();
        assertThat(own.running(own::mayEnter).call()).isTrue();
        assertThat(own.mayEnter()).isFalse();
    }

    @Test
    void threadInside_mayEnter() {
        inside = true;

        assertThat(own.mayEnter()).isTrue();
    }

    @Test
    void thread_isNotOwnAfterItsCodeFailed() {
        Callable<Object> failing = own.running(() -> {
            throw new IllegalStateException("no");
        });

        assertThatIllegalStateException().isThrownBy(failing::call).withMessage("no");
        assertThat(own.mayEnter()).isFalse();
    }

    @Test
    void managedThread_isOwn() throws Exception {
        FutureTask<Boolean> asked = new FutureTask<>(own::mayEnter);

        managed.newThread(asked).start();

        assertThat(asked.get()).isTrue();
    }

    @Test
    void forgotten_noneIsOwn() throws Exception {
        FutureTask<Boolean> asked = new FutureTask<>(own::mayEnter);
        Thread thread = managed.newThread(asked);

        boolean running = own.running(() -> {
                    own.forget();
                    return own.mayEnter();
                })
                .call();
        thread.start();

        assertThat(running).isFalse();
        assertThat(asked.get()).isFalse();
    }
}
