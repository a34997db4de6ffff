package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What calls left pending ends when its generation goes. */
class PendingIT {
    private static final String GONE =
            "Module 'chat#1' is unloaded or being unloaded; '%s' takes no calls, let go of it";

    private static final String MEMBERS = """
            static final Listener EAR = new Ear();
            public Listener listener() { return EAR; }
            public CompletionStage<Listener> stage() { return new CompletableFuture<>(); }
            public Iterator<Listener> iterator() { return Stream.<Listener>generate(Ear::new).iterator(); }
            public Stream<Listener> stream() { return Stream.generate(Ear::new); }
            public Flow.Publisher<Listener> publisher() {
                return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                    public void request(long count) { subscriber.onNext(EAR); }
                    public void cancel() {}
                });
            }
            public InputStream input() {
                return new InputStream() { public int read() { return 7; } };
            }
            """;

    @TempDir
    Path directory;

    private BoundaryHost host;

    @BeforeEach
    void host() {
        host = BoundaryHost.create(directory);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G27 What a call left pending ends when its generation goes")
    void pending_ends(GenerationEnd end) throws Throwable {
        try (LayerManager manager = manager()) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object service = host.service(module);
            CompletionStage<?> stage = (CompletionStage<?>) BoundaryHost.call(service, "stage");
            CompletableFuture<?> dependent = stage.thenApply(value -> value).toCompletableFuture();
            Iterator<?> iterator = (Iterator<?>) BoundaryHost.call(service, "iterator");
            Iterator<?> stream = ((Stream<?>) BoundaryHost.call(service, "stream")).iterator();
            Stream<?> untouched = (Stream<?>) BoundaryHost.call(service, "stream");
            InputStream input = (InputStream) BoundaryHost.call(service, "input");
            Subscriber subscriber = new Subscriber();
            publisher(service).subscribe(subscriber);
            assertThat(BoundaryHost.call(iterator.next(), "heard", "a")).isEqualTo("ear heard a");
            assertThat(BoundaryHost.call(stream.next(), "heard", "b")).isEqualTo("ear heard b");
            assertThat(input.read()).isEqualTo(7);
            assertThat(subscriber.items).hasSize(1);
            assertThat(dependent).isNotDone();

            assertThat(end.of(module)).isClean();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(dependent::join)
                    .withCauseExactlyInstanceOf(ModuleUnloadedException.class)
                    .havingCause()
                    .withMessage(GONE, "CompletionStage");
            assertUnloaded(iterator::next, "reference to java.util.Iterator of chat#1");
            assertUnloaded(iterator::hasNext, "reference to java.util.Iterator of chat#1");
            // the reader looks ahead by one element
            assertUnloaded(() -> Stream.generate(stream::next).limit(2).forEach(each -> {}), "Stream");
            assertUnloaded(untouched::toList, "Stream");
            assertThatExceptionOfType(IOException.class).isThrownBy(input::read).withMessage(GONE, "InputStream");
            assertThatCode(input::close).doesNotThrowAnyException();
            assertThat(subscriber.ends).hasSize(1);
            assertThat(subscriber.ends.get(0))
                    .isExactlyInstanceOf(ModuleUnloadedException.class)
                    .hasMessage(GONE.formatted("the publisher"));
            Reference.reachabilityFence(service);
        }
    }

    private static void assertUnloaded(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(call)
                .withMessage(GONE, what);
    }

    @SuppressWarnings("unchecked")
    private static Flow.Publisher<Object> publisher(Object service) throws Throwable {
        return (Flow.Publisher<Object>) BoundaryHost.call(service, "publisher");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G27 What the host does when something pending ends is its own: its pool threads pin nothing")
    void hostCode_thatRunsAsPendingEnds_isTheHosts(GenerationEnd end) throws Throwable {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Object> contexts = new CopyOnWriteArrayList<>();
        try (LayerManager manager = manager()) {
            LoadedModule module = manager.load(host.module("chat", MEMBERS));
            Object service = host.service(module);
            CompletionStage<?> stage = (CompletionStage<?>) BoundaryHost.call(service, "stage");
            var dependent = stage.whenComplete((value, thrown) -> {
                pool.execute(() -> contexts.add(String.valueOf(context())));
                contexts.add(String.valueOf(context()));
            });

            assertThat(end.of(module)).isClean();

            Patience.until("the pool has run", () -> contexts.size() == 2);
            assertThat(contexts).containsOnly(String.valueOf(ClassLoader.getSystemClassLoader()));
            assertThat(dependent.toCompletableFuture()).isCompletedExceptionally();
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(30, TimeUnit.SECONDS);
        }
    }

    private static ClassLoader context() {
        return Thread.currentThread().getContextClassLoader();
    }

    private LayerManager manager() {
        return BoundaryHost.manager(host.contract().build()).build();
    }

    /** Asks for one item, and keeps items and ends. */
    private static final class Subscriber implements Flow.Subscriber<Object> {
        private final List<Object> items = new CopyOnWriteArrayList<>();
        private final List<Throwable> ends = new CopyOnWriteArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(Object item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable thrown) {
            ends.add(thrown);
        }

        @Override
        public void onComplete() {
            ends.add(new IllegalStateException("complete"));
        }
    }
}
