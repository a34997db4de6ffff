package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class WeakBagTest {
    private final WeakBag<Object> bag = new WeakBag<>();

    @Test
    void object_isThereWhileItLives() {
        Object object = new Object();

        bag.add(object);

        assertThat(bag.live()).containsExactly(object);
        Reference.reachabilityFence(object);
    }

    @Test
    void object_isGoneOnceRemoved() {
        Object object = new Object();
        Reference<Object> reference = bag.add(object);

        bag.remove(reference);

        assertThat(bag.live()).isEmpty();
        assertThat(bag.size()).isZero();
        Reference.reachabilityFence(object);
    }

    @Test
    void bag_doesNotGrowWithWhatIsDropped() throws Exception {
        for (int made = 0; made < 1000; made++) {
            bag.add(new Object());
        }
        collect();

        for (int tried = 0; tried < 100 && bag.live().size() + bag.size() > 0; tried++) {
            collect();
        }

        assertThat(bag.size()).isZero();
    }

    /** The collector queues what it cleared a moment later. */
    private static void collect() throws InterruptedException {
        WeakReference<Object> dropped = new WeakReference<>(new Object());
        while (!dropped.refersTo(null)) {
            System.gc();
        }
        Thread.sleep(10);
    }
}
