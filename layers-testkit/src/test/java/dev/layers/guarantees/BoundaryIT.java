package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.layers.Boundary;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ModuleUnloadedException;
import dev.layers.UnloadReport;
import dev.layers.ValueRefusedException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever crosses the boundary and is kept for ever, on either side, keeps nothing of the other side. */
class BoundaryIT {
    private static final String PROPERTY = "layers.held";

    @TempDir
    Path directory;

    private BoundaryHost host;

    /** One way out of a module: what {@code acme.Chat} has for it, and the method that the host calls. */
    record Row(String kind, String members, String method, Object... arguments) {
        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(RESULTS, CALLBACKS, EXCEPTIONS, CONTAINERS, FUTURES).flatMap(Supplier::get);
    }

    private static final Supplier<Stream<Row>> RESULTS = () -> Stream.of(
            new Row("result", "public Listener listener() { return new Ear(); }", "listener"),
            new Row("result of a lambda", "public Listener listener() { return text -> text; }", "listener"),
            new Row("result Object", "public Object any(Object value) { return new Ear(); }", "any", "x"),
            new Row("result Supplier", "public Supplier<Listener> supplier() { return Ear::new; }", "supplier"),
            new Row("record", "public Letter letter() { return new Letter(\"hi\", new Ear()); }", "letter"),
            new Row(
                    "InputStream",
                    "public InputStream input() { return new InputStream() { public int read() { return 7; } }; }",
                    "input"));

    private static final Supplier<Stream<Row>> CALLBACKS = () -> Stream.of(
            new Row("argument Object", say("shop.put(new Ear());"), "say", "x"),
            new Row("argument Throwable", say("shop.put(new IllegalStateException(text));"), "say", "x"),
            new Row("argument record", say("shop.mail(new Letter(text, new Ear()));"), "say", "x"),
            new Row("argument List", say("shop.addAll(List.of(new Ear()));"), "say", "x"),
            new Row("callback of the contract", say("shop.add(heard -> text + heard);"), "say", "x"),
            new Row("callback Runnable", say("shop.later(() -> System.identityHashCode(text));"), "say", "x"),
            new Row(
                    "callback that throws",
                    say("shop.later(() -> { throw new IllegalStateException(text); });"),
                    "say",
                    "x"));

    private static final Supplier<Stream<Row>> EXCEPTIONS = () -> Stream.of(
            new Row("exception of the JDK", say("throw new IllegalStateException(text);"), "say", "x"),
            new Row("exception by the JDK", say("List.of().get(text.length());"), "say", "x"),
            new Row("exception of the contract", say("throw new BotException(text);"), "say", "x"),
            new Row(
                    "exception of the module",
                    "static class Own extends RuntimeException {} " + say("throw new Own();"),
                    "say",
                    "x"),
            new Row(
                    "cause of the module",
                    "static class Own extends RuntimeException {} "
                            + say("throw new BotException(text, new IllegalStateException(new Own()));"),
                    "say",
                    "x"),
            new Row("Error", say("throw new AssertionError(text);"), "say", "x"));

    private static final Supplier<Stream<Row>> CONTAINERS = () -> Stream.of(
            new Row("List", "public List<Listener> list() { return List.of(new Ear()); }", "list"),
            new Row(
                    "List of the module",
                    "public List<Listener> list() { return new AbstractList<>() {"
                            + " public Listener get(int index) { return new Ear(); } public int size() { return 1; } }; }",
                    "list"),
            new Row("Set", "public Set<Listener> set() { return Set.of(new Ear()); }", "set"),
            new Row("Map", "public Map<String, Listener> map() { return Map.of(\"a\", new Ear()); }", "map"),
            new Row("Optional", "public Optional<Listener> optional() { return Optional.of(new Ear()); }", "optional"),
            new Row("array", "public Listener[] array() { return new Listener[] {new Ear()}; }", "array"),
            new Row(
                    "array in a List",
                    "public Object any(Object value) { return List.of(new Object[] {new Ear()}); }",
                    "any",
                    "x"),
            new Row(
                    "Iterator",
                    "public Iterator<Listener> iterator() { return List.<Listener>of(new Ear(), new Ear()).iterator(); }",
                    "iterator"),
            new Row("Stream", "public Stream<Listener> stream() { return Stream.generate(Ear::new); }", "stream"));

    private static final String SUBSCRIBER = """
            ((Flow.Publisher<?>) value).subscribe(new Flow.Subscriber<Object>() {
                public void onSubscribe(Flow.Subscription subscription) { subscription.request(1); }
                public void onNext(Object item) {}
                public void onError(Throwable thrown) {}
                public void onComplete() {}
            });
            """;

    private static final String SUBSCRIPTION = """
            subscriber.onSubscribe(new Flow.Subscription() {
                public void request(long count) { subscriber.onNext(new Ear()); }
                public void cancel() {}
            });
            """;

    private static final Supplier<Stream<Row>> FUTURES = () -> Stream.of(
            new Row(
                    "complete stage",
                    "public CompletionStage<Listener> stage() { return CompletableFuture.completedFuture(new Ear()); }",
                    "stage"),
            new Row(
                    "failed stage",
                    "public CompletionStage<Listener> stage() {"
                            + " return CompletableFuture.failedFuture(new IllegalStateException()); }",
                    "stage"),
            new Row(
                    "pending stage",
                    "static final CompletableFuture<Listener> PENDING = new CompletableFuture<>() {};"
                            + " public CompletionStage<Listener> stage() { return PENDING; }",
                    "stage"),
            new Row(
                    "publisher",
                    "public Flow.Publisher<Listener> publisher() { return subscriber -> { " + SUBSCRIPTION + " }; }",
                    "publisher"),
            new Row(
                    "subscriber of the host",
                    "public void subscribe(Flow.Subscriber<Listener> subscriber) { " + SUBSCRIPTION + " }",
                    "subscribe"),
            new Row("subscriber of the module", any(SUBSCRIBER), "any", new KeepingPublisher()),
            new Row(
                    "dependents of the host's stage",
                    any("((CompletionStage<?>) value).thenAccept(result -> new Ear().heard(\"\" + result));"),
                    "any",
                    new CompletableFuture<>()));

    /** Keeps its subscribers, as {@code SubmissionPublisher} does, and never has anything for them. */
    private static final class KeepingPublisher implements Flow.Publisher<Object> {
        private final Queue<Object> subscribers = new ConcurrentLinkedQueue<>();

        @Override
        public void subscribe(Flow.Subscriber<? super Object> subscriber) {
            subscribers.add(subscriber);
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {}
            });
        }
    }

    private static String any(String body) {
        return "public Object any(Object value) { " + body + " return value; }";
    }

    private static String say(String body) {
        return "public String say(String text) throws BotException { " + body
                + (body.startsWith("throw") ? "" : " return text;") + " }";
    }

    @BeforeEach
    void host() {
        host = BoundaryHost.create(directory);
    }

    @AfterEach
    void letGo() {
        System.getProperties().remove(PROPERTY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("G17 What crosses and is kept for ever does not pin the module, as it does without the boundary")
    void keptForEver_doesNotPin(Row row) throws Throwable {
        Path jar = host.module("chat", row.members());

        if (BoundaryIT.class.getModule().isNamed()) {
            // proven once: a verdict of retained takes seconds, and the class path holds nothing in another way
            CarelessHost pinning = new CarelessHost();
            assertThat(unloaded(jar, row, Boundary.DIRECT, pinning))
                    .isReleased()
                    .isRetained();
            Reference.reachabilityFence(pinning);
        }

        CarelessHost careless = new CarelessHost();
        assertThat(unloaded(jar, row, Boundary.GUARDED, careless)).isClean();
        Reference.reachabilityFence(careless);
        Reference.reachabilityFence(row);
    }

    @Test
    @DisplayName("G17 What a leaked module keeps of the host is let go, and takes no calls")
    void hostObject_keptByLeakedModule_isLetGo() throws Throwable {
        Path jar = host.module("chat", """
                static Listener kept;
                public void take(Listener listener) {
                    kept = listener;
                    Supplier<String> held = () -> kept.heard("too late");
                    System.getProperties().put("layers.held", new java.util.concurrent.atomic.AtomicReference<>(held));
                }
                """);

        assertThat(BareLayer.isCollected(takenAndUnloaded(jar, Boundary.DIRECT)))
                .isFalse();
        assertThat(leaked().get()).isEqualTo("host heard too late");

        Patience.untilCollected(List.of(takenAndUnloaded(jar, Boundary.GUARDED)));
        assertThatExceptionOfType(ModuleUnloadedException.class)
                .isThrownBy(leaked()::get)
                .withMessage("Module 'chat#1' is unloaded or being unloaded;"
                        + " 'reference to bot.Listener of the host' takes no calls, let go of it");
    }

    @Test
    @DisplayName("G17 What a module has let go of does not stay with the boundary")
    void hostObject_letGoByModule_isCollectedWhileTheModuleLives() throws Throwable {
        Path jar = host.module("chat", """
                static Listener kept;
                public void take(Listener listener) { kept = listener; }
                """);
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            Object service = host.service(manager.load(jar));

            WeakReference<Object> listener = taken(service);
            assertThat(BareLayer.isCollected(listener))
                    .as("the module keeps it")
                    .isFalse();
            BoundaryHost.call(service, "take", new Object[] {null});

            Patience.untilCollected(List.of(listener));
        }
    }

    private WeakReference<Object> takenAndUnloaded(Path jar, Boundary boundary) throws Throwable {
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().boundary(boundary).build()).build()) {
            LoadedModule module = manager.load(jar);
            WeakReference<Object> listener = taken(host.service(module));
            assertThat(module.unload()).isReleased().isRetained();
            return listener;
        }
    }

    private WeakReference<Object> taken(Object service) throws Throwable {
        Object listener = host.listener();
        BoundaryHost.call(service, "take", listener);
        return new WeakReference<>(listener);
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> leaked() {
        var held = (AtomicReference<Supplier<String>>) System.getProperties().get(PROPERTY);
        return held.get();
    }

    private UnloadReport unloaded(Path jar, Row row, Boundary boundary, CarelessHost careless) throws Throwable {
        host.shopkeeper(careless);
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().boundary(boundary).build()).build()) {
            LoadedModule module = manager.load(jar);
            Object[] arguments =
                    row.method().equals("subscribe") ? new Object[] {careless.subscriber()} : row.arguments();
            careless.call(host.service(module), row.method(), arguments);
            assertThat(careless.types()).isNotEmpty().doesNotContain(ValueRefusedException.class);
            UnloadReport report = module.unload();
            report.await(Duration.ofSeconds(30));
            return report;
        }
    }
}
