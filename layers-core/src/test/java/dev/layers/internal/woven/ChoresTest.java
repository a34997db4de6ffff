package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChoresTest {
    private final Chores chores = new Chores();

    @Test
    void failure_isToldAndTheNextIsRun() {
        chores.add("one", () -> {
            throw new IllegalStateException("no");
        });
        chores.add("two", () -> Optional.of("two was done"));

        chores.run();

        assertThat(chores.done()).containsExactly("two was done");
        assertThat(chores.failures())
                .singleElement()
                .asString()
                .startsWith("one failed: java.lang.IllegalStateException: no at ");
    }

    @Test
    void hang_leavesTheRestToAnotherThread() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        chores.add("one", () -> {
            began.countDown();
            return Optional.of(await(end));
        });
        chores.add("two", () -> Optional.of("two was done"));
        Thread hanging = new Thread(chores::run);

        hanging.start();
        began.await();
        chores.run();

        assertThat(chores.done()).containsExactly("two was done");
        assertThat(chores.left()).isZero();
        end.countDown();
        hanging.join();
        assertThat(chores.done()).containsExactly("two was done", "one was done");
    }

    private static String await(CountDownLatch end) {
        try {
            end.await();
            return "one was done";
        } catch (InterruptedException stop) {
            return "one was interrupted";
        }
    }
}
