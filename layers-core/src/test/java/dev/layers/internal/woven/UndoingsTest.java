package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UndoingsTest {
    private final Undoings undoings = new Undoings();
    private final List<String> order = new ArrayList<>();

    @Test
    void undoings_areUndoneOnceLastFirst() {
        undoings.add(new Told("first"));
        undoings.add(new Told("second"));

        undoings.undoAll();
        undoings.undoAll();

        assertThat(order).containsExactly("second", "first");
        assertThat(undoings.undone()).containsExactly("second is gone", "first is gone");
        assertThat(undoings.failures()).isEmpty();
    }

    @Test
    void failure_isToldWithWhatWasTried() {
        undoings.add(new Told("first"));
        undoings.add(new Stubborn());

        undoings.undoAll();

        assertThat(order).containsExactly("first");
        assertThat(undoings.failures())
                .singleElement()
                .asString()
                .startsWith("undoing a listener failed: java.lang.IllegalStateException: no at ");
    }

    @Test
    void irreversible_isToldInItsOwnWords() {
        undoings.add(new Fixed());

        undoings.undoAll();

        assertThat(undoings.failures()).containsExactly("a handler was set and stays");
    }

    @Test
    void interruptedWait_leavesTheRest() {
        undoings.add(new Told("first"));
        undoings.add(new Waiting());

        Thread.currentThread().interrupt();
        undoings.undoAll();

        assertThat(order).isEmpty();
        assertThat(undoings.abandon()).containsExactly("first");
    }

    @Test
    void shutUndoings_refuseOffersAlone() {
        undoings.offer(new Told("first"));

        int count = undoings.shut();
        boolean isTaken = undoings.offer(new Told("late"));

        assertThat(count).isEqualTo(1);
        assertThat(isTaken).isFalse();
    }

    @Test
    void handedOver_isUndoneFirst() {
        Undoings earlier = new Undoings();
        earlier.add(new Told("first"));
        earlier.add(new Told("second"));
        undoings.add(new Told("third"));

        earlier.handTo(undoings);
        undoings.undoAll();

        assertThat(earlier.isEmpty()).isTrue();
        assertThat(order).containsExactly("second", "first", "third");
    }

    @Test
    void forgotten_isNotUndone() {
        undoings.add(new Told("first"));
        undoings.add(new Told("second"));

        undoings.forget(new Told("first")::equals);
        undoings.undoAll();

        assertThat(order).containsExactly("second");
    }

    @Test
    void abandoned_isNamed() {
        undoings.add(new Told("first"));

        List<String> left = undoings.abandon();

        assertThat(left).containsExactly("first");
        assertThat(undoings.isEmpty()).isTrue();
    }

    private final class Told implements Undoing {
        private final String what;

        Told(String what) {
            this.what = what;
        }

        @Override
        public String what() {
            return what;
        }

        @Override
        public Optional<String> undo() {
            order.add(what);
            return Optional.of(what + " is gone");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Told told && told.what.equals(what);
        }

        @Override
        public int hashCode() {
            return what.hashCode();
        }
    }

    private static final class Stubborn implements Undoing {
        @Override
        public String what() {
            return "a listener";
        }

        @Override
        public Optional<String> undo() {
            throw new IllegalStateException("no");
        }
    }

    private static final class Waiting implements Undoing {
        @Override
        public String what() {
            return "a wait";
        }

        @Override
        public Optional<String> undo() throws InterruptedException {
            new CountDownLatch(1).await();
            return Optional.empty();
        }
    }

    private static final class Fixed implements Undoing {
        @Override
        public String what() {
            return "a handler";
        }

        @Override
        public Optional<String> undo() throws Irreversible {
            throw new Irreversible("a handler was set and stays");
        }
    }
}
