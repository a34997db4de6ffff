package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TellersTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Tellers tellers = new Tellers("chat verdicts");

    @Test
    void telling_happensOnADaemonThreadThatBearsTheName() throws Exception {
        Thread teller = told(Thread::currentThread);

        assertThat(teller.isDaemon()).isTrue();
        assertThat(teller.getName()).isEqualTo("chat verdicts");
        assertThat(teller.getContextClassLoader()).isNull();
    }

    @Test
    void afterTheEnd_itIsToldOnAnotherThread() throws Exception {
        Thread before = told(Thread::currentThread);
        tellers.end(Deadline.in(LONG));

        Thread after = told(Thread::currentThread);

        assertThat(after).isNotEqualTo(before).isNotEqualTo(Thread.currentThread());
        assertThat(after.isDaemon()).isTrue();
        assertThat(after.getName()).isEqualTo("chat verdicts");
    }

    @Test
    void end_waitsForWhatIsBeingTold() {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        tellers.execute(() -> told.complete(new CompletableFuture<Boolean>()
                .completeOnTimeout(true, 200, TimeUnit.MILLISECONDS)
                .join()));

        tellers.end(Deadline.in(LONG));

        assertThat(told).isDone();
    }

    @Test
    void end_byWhoeverIsTold_doesNotWaitForHimself() throws Exception {
        Duration taken = told(() -> {
            Deadline deadline = Deadline.in(LONG);
            tellers.end(deadline);
            return deadline.elapsed();
        });

        assertThat(taken).isLessThan(LONG);
    }

    private <T> T told(Supplier<T> work) throws Exception {
        return CompletableFuture.supplyAsync(work, tellers).get(2, TimeUnit.MINUTES);
    }
}
