package dev.layers.internal.boundary;

import static dev.layers.internal.boundary.FakeDirection.UPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.layers.fixture.Patience;
import dev.layers.internal.reference.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainersIT {

    /** What a module hands out, by the name of its declared type; each holds a class of the module. */
    enum Given {
        LIST(List.class),
        SET(Set.class),
        COLLECTION(Collection.class),
        MAP(Map.class),
        ENTRY(Map.Entry.class),
        OPTIONAL(Optional.class),
        STREAM(Stream.class),
        INT_STREAM(IntStream.class),
        PENDING(CompletableFuture.class),
        FAILED(CompletionStage.class),
        INPUT(InputStream.class),
        OUTPUT(OutputStream.class),
        ARRAY(Object[].class);

        private final Class<?> declared;

        Given(Class<?> declared) {
            this.declared = declared;
        }

        Passage passage() {
            Passage texts = (value, way) -> value == null ? null : value.toString();
            return declared.isArray()
                    ? Containers.ofArray(Object.class, texts)
                    : Containers.of(declared, List.of(texts, texts)).orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void containerOfAModule_keepsItsLoaderWithoutCrossing(Given given) throws Exception {
        Kept kept = given(given, Passage.AS_IS, new FakeDirection());

        assertThat(Patience.outlivesCollections(kept.loader())).isTrue();
        Reference.reachabilityFence(kept);
    }

    @ParameterizedTest
    @EnumSource(Given.class)
    void containerOfAModule_letsItsLoaderGoAfterCrossing(Given given) throws Exception {
        FakeDirection way = new FakeDirection();
        Kept kept = given(given, given.passage(), way);
        way.release();

        Patience.untilCollected(kept.loader());
        Reference.reachabilityFence(kept);
    }

    /** What a host gives a module, which then leaves something of its own with it. */
    enum Taken {
        STAGE(CompletableFuture.class),
        STREAM(Stream.class);

        private final Class<?> declared;

        Taken(Class<?> declared) {
            this.declared = declared;
        }

        Object create() {
            return this == STAGE ? new CompletableFuture<>() : Stream.of("a");
        }
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void containerOfTheHost_keepsTheLoaderOfWhatAModuleLeftWithIt(Taken taken) throws Exception {
        Object source = taken.create();
        WeakReference<ClassLoader> loader = taken(source);

        assertThat(Patience.outlivesCollections(loader)).isTrue();
        Reference.reachabilityFence(source);
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void containerOfTheHost_letsTheLoaderGoOfWhatAModuleLeftWithItsCopy(Taken taken) throws Exception {
        FakeDirection way = new FakeDirection();
        Object source = taken.create();
        Passage passage = Containers.of(taken.declared, List.of(UPPER)).orElseThrow();
        WeakReference<ClassLoader> loader = taken(passage.pass(source, way));
        way.release();

        Patience.untilCollected(loader);
        Reference.reachabilityFence(source);
    }

    @Test
    void dependentOfAStageThatModuleCodeFails_keepsTheLoaderWithoutAnEnvelope() throws Exception {
        CompletableFuture<Object> bare = new CompletableFuture<>();
        Kept kept = failed(bare, inside -> bare.completeExceptionally(new FakeDirection.Crossed("crossed")));

        assertThat(Patience.outlivesCollections(kept.loader())).isTrue();
        Reference.reachabilityFence(kept);
    }

    @Test
    void dependentOfAStageThatModuleCodeFails_letsTheLoaderGo() throws Exception {
        FakeDirection way = new FakeDirection();
        Kept kept = failedSource(way);
        way.release();

        Patience.untilCollected(kept.loader());
        assertThat(catchThrowable(((CompletableFuture<?>) kept.value())::join))
                .hasCause(new FakeDirection.Crossed("out CompletableFuture java.lang.IllegalStateException: inside"));
    }

    @Test
    void linksThatNobodyCanReach_areForgotten() {
        FakeDirection way = new FakeDirection();
        Passage passage = Containers.of(Stream.class, List.of(UPPER)).orElseThrow();
        for (int call = 0; call < 100; call++) {
            Stream<?> copy = (Stream<?>) passage.pass(Stream.of("a", "b"), way);
            assertThat(copy.findFirst().orElseThrow()).isEqualTo("A");
        }
        assertThat(way.left).hasSizeGreaterThan(5);

        Patience.until("most links are forgotten", () -> {
            System.gc();
            passage.pass(Stream.of("a"), way);
            return way.left.size() < 5;
        });
    }

    private record Kept(WeakReference<ClassLoader> loader, Object value) {}

    /** A method of its own, so that no frame keeps the loader. */
    private static Kept given(Given given, Passage passage, FakeDirection way) throws Exception {
        ThrowAway loader = new ThrowAway();
        Object source = guest(loader).apply(given.name());
        return new Kept(new WeakReference<>(loader), passage.pass(source, way));
    }

    private static WeakReference<ClassLoader> taken(Object crossing) throws Exception {
        ThrowAway loader = new ThrowAway();
        guest(loader).apply(crossing);
        return new WeakReference<>(loader);
    }

    /** The source holds the failure itself. */
    private static Kept failedSource(FakeDirection way) throws Exception {
        CompletableFuture<Object> source = new CompletableFuture<>();
        Passage passage = Containers.of(CompletableFuture.class, List.of(UPPER)).orElseThrow();
        return failed((CompletableFuture<?>) passage.pass(source, way), source::completeExceptionally);
    }

    private static Kept failed(CompletableFuture<?> crossing, Function<Throwable, Boolean> failing) throws Exception {
        ThrowAway loader = new ThrowAway();
        CompletableFuture<?> dependent = crossing.thenApply(value -> value);
        guest(loader).apply(failing);
        return new Kept(new WeakReference<>(loader), dependent);
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> guest(ClassLoader loader) throws Exception {
        Class<?> type = loader.loadClass(Guest.class.getName());
        assertThat(type.getClassLoader()).isSameAs(loader);
        return (Function<Object, Object>) type.getDeclaredConstructor().newInstance();
    }

    /** The module: hands out what has the name given, leaves something of its own with what it is given. */
    public static final class Guest implements Function<Object, Object> {
        public Guest() {}

        @Override
        @SuppressWarnings("unchecked")
        public Object apply(Object given) {
            if (given instanceof String name) {
                return handOut(name);
            }
            if (given instanceof CompletableFuture<?> future) {
                return future.thenAccept(value -> new Guest());
            }
            if (given instanceof Stream<?> stream) {
                return stream.onClose(() -> new Guest());
            }
            return ((Function<Throwable, Object>) given).apply(new IllegalStateException("inside"));
        }

        @Override
        public String toString() {
            return "guest";
        }

        private Object handOut(String name) {
            return switch (name) {
                case "LIST" -> new Many();
                case "SET" -> Set.of(this);
                case "COLLECTION" ->
                    new AbstractCollection<Object>() {
                        @Override
                        public Iterator<Object> iterator() {
                            return new Many().iterator();
                        }

                        @Override
                        public int size() {
                            return 1;
                        }
                    };
                case "MAP" -> Map.of(this, this);
                case "ENTRY" -> new SimpleEntry<>(this, this);
                case "OPTIONAL" -> Optional.of(this);
                case "STREAM" -> Stream.of(this);
                case "INT_STREAM" -> IntStream.generate(this::hashCode);
                case "PENDING" -> new Pending();
                case "FAILED" -> CompletableFuture.failedStage(new IllegalStateException("inside"));
                case "INPUT" -> new Input();
                case "OUTPUT" -> new Output();
                default -> new Guest[] {this};
            };
        }

        private static final class Many extends AbstractList<Object> {
            /** Not private, since the host of this nest is not of the module. */
            Many() {}

            @Override
            public Object get(int index) {
                return new Guest();
            }

            @Override
            public int size() {
                return 1;
            }
        }

        private static final class Pending extends CompletableFuture<Object> {
            Pending() {}
        }

        private static final class Input extends InputStream {
            Input() {}

            @Override
            public int read() {
                return 1;
            }
        }

        private static final class Output extends OutputStream {
            Output() {}

            @Override
            public void write(int value) {}
        }
    }

    /** Defines the classes of the module anew. */
    private static final class ThrowAway extends ClassLoader {
        ThrowAway() {
            super("throw-away", ContainersIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Guest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream source =
                    ContainersIT.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
                byte[] bytes = source.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
