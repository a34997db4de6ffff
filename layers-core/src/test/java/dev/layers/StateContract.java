package dev.layers;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A contract whose records hold state; in a package that the module under test exports to everybody. */
@SuppressWarnings("missing-explicit-ctor") // nobody compiles against it
public final class StateContract {
    private StateContract() {}

    public interface Service {}

    public enum Level {
        LOW,
        HIGH {
            @Override
            public String toString() {
                return "high";
            }
        }
    }

    public record State(String name, List<String> users, int[] counts) {}

    public record Node(int number, Object next) {}

    public record Sorted(TreeMap<String, String> entries) {}

    /** Is not made a second time. */
    public record Picky(AtomicInteger made) {
        public Picky {
            if (made.getAndIncrement() > 0) {
                throw new IllegalArgumentException("made twice");
            }
        }
    }

    public static final class Money {
        private final long cents;

        public Money(long cents) {
            this.cents = cents;
        }

        public long cents() {
            return cents;
        }
    }
}
