package dev.layers.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.Patience;
import dev.layers.internal.time.Deadline;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CallerIT {
    @Test
    void framesOfTheJdk_holdTheirClasses() {
        Kept kept = kept(thread -> Thread.getAllStackTraces().get(thread));

        assertThat(Patience.outlivesCollections(kept.loader())).isTrue();
        Reference.reachabilityFence(kept);
    }

    @Test
    void caller_holdsNoClassOfTheModule() {
        Kept kept = kept(thread -> {
            Drain drain = StagedClasses.census("chat#1").begin();
            assertThat(drain.awaitQuiet(Deadline.in(Duration.ZERO))).isFalse();
            return List.of(drain, drain.callers());
        });

        Patience.untilCollected(kept.loader());
        Reference.reachabilityFence(kept);
    }

    private static Kept kept(Function<Thread, Object> look) {
        Runnable chat = StagedClasses.chat("chat#1");
        try (StagedThreads threads = new StagedThreads()) {
            Thread thread = threads.startWaiting(StagedThreads.Kind.PLATFORM, StagedClasses.call("chat#1", chat));
            Object found = look.apply(thread);
            ((CountDownLatch) StagedClasses.field(chat, "end")).countDown();
            return new Kept(found, new WeakReference<>(chat.getClass().getClassLoader()));
        }
    }

    /** What was found, and the loader that it may hold. */
    private record Kept(Object found, WeakReference<ClassLoader> loader) {}
}
