package dev.layers;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A thread of a crew: what it does it does for the thread that sent it, which waits for it meanwhile. */
final class Hand extends Thread {
    private volatile @Nullable Thread sender;

    Hand(Runnable work, String name) {
        super(work, name);
    }

    /** Does {@code work} for {@code sender} on the current thread. */
    static void work(Thread sender, Runnable work) {
        if (Thread.currentThread() instanceof Hand hand) {
            hand.sender = sender;
            try {
                work.run();
            } finally {
                hand.sender = null;
            }
        } else {
            work.run();
        }
    }

    /** Returns the current thread and those for which it works. */
    static Stream<Thread> askers() {
        return Stream.iterate(Thread.currentThread(), Objects::nonNull, Hand::senderOf);
    }

    private static @Nullable Thread senderOf(Thread asker) {
        return asker instanceof Hand hand ? hand.sender : null;
    }
}
