package dev.layers;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A contract for tests; in a package that the module under test exports to everybody. */
@SuppressWarnings("missing-explicit-ctor") // nobody compiles against it
public final class ChatContract {
    private ChatContract() {}

    public enum Mood {
        GOOD,
        BAD {
            @Override
            public String toString() {
                return "bad";
            }
        }
    }

    public record Item(String name, int count, Mood mood) {}

    public record Tree(Tree left, Tree right) {}

    public record Chain(Link link, Object payload) {}

    public record Link(Chain next) {}

    public record Order(String id, List<Listener> listeners, Object note) {}

    public record Ring(String id, Ring next, Listener listener) {}

    public record Page<T>(T first) {}

    public record Copied(List<Object> list) {
        @Override
        public List<Object> list() {
            return List.copyOf(list);
        }
    }

    public record Node(List<Node> nodes, Object note) {}

    public record Broken(Thread thread) {}

    public static final class Money {
        private final long cents;

        public Money(long cents) {
            this.cents = cents;
        }

        public long cents() {
            return cents;
        }
    }

    public static final class Counter {
        private int count;

        public int next() {
            return count++;
        }
    }

    /** Has only plain state, but methods that take objects. */
    public static final class LocalRoom implements Room {
        @Override
        public void add(Listener listener) {}
    }

    public abstract static class Widget {}

    public static class ChatException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public sealed interface Shape permits Circle, Square {}

    public record Circle(int radius) implements Shape {}

    public record Square(int side) implements Shape {}

    public sealed interface Event permits Joined, Left {}

    public record Joined(Listener listener) implements Event {}

    public record Left(String name) implements Event {}

    public sealed interface Odd permits Strange {}

    public static final class Strange implements Odd {}

    public @interface Mark {}

    @FunctionalInterface
    public interface Listener {
        void heard(String text);
    }

    public interface Room {
        void add(Listener listener);
    }

    public interface QuietRoom extends Room, AutoCloseable {
        static int size() {
            return 0;
        }

        default String name() {
            return "quiet";
        }

        @Override
        void close();
    }

    public interface Parent {
        Object value();
    }

    public interface Child extends Parent {
        @Override
        String value();
    }

    public interface Ordering extends Comparator<Item> {}

    public interface Command {
        String apply(String text);

        void listen(Listener listener, List<Order> orders);

        @SuppressWarnings("unchecked")
        <T> T find(Class<T> type, T... others);
    }

    public interface BadCommand {
        void start(Thread thread);

        Broken broken();
    }

    /** One parameter of each kind, for the tables of tests. */
    public interface Kinds {
        void types(
                Path path,
                Instant instant,
                Supplier<Item> supplier,
                Callable<?> callable,
                Future<Order> future,
                Iterable<? extends Listener> iterable,
                Function<? super Order, String[]> function,
                List<Thread> threads,
                List<?> anything,
                ArrayList<String> arrayList,
                Deque<String> deque,
                SortedMap<String, String> sorted,
                IntStream ints,
                Comparable<Item> comparable,
                Serializable serializable,
                Page<Order> page,
                Listener[][] arrays);

        <T extends Listener> T variable(T[] array);
    }
}
