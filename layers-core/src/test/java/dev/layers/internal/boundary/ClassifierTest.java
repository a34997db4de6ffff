package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.ChatContract;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private final Classifier classifier =
            new Classifier(new ContractSide(List.of(ChatContract.Kinds.class), type -> false));

    public interface Hidden {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                void.class,
                int.class,
                String.class,
                Integer.class,
                int[][].class,
                String[].class,
                Thread.State.class,
                OptionalInt.class,
                ZoneId.class,
                URI.class,
                Pattern.class,
                ChatContract.Mood.class,
                ChatContract.Item.class,
                ChatContract.Item[].class,
                ChatContract.Tree.class,
                ChatContract.Money.class,
                ChatContract.Shape.class
            })
    void valueThatHoldsNothing_isPlain(Class<?> type) {
        assertThat(classifier.rule(type).kind()).isEqualTo(Kind.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ChatContract.Order.class,
                ChatContract.Ring.class,
                ChatContract.Page.class,
                ChatContract.Chain.class,
                ChatContract.Link.class,
                ChatContract.Event.class
            })
    void recordThatMayHoldObjects_isTakenApart(Class<?> type) {
        assertThat(classifier.rule(type).kind()).isEqualTo(Kind.RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ChatContract.Room.class,
                ChatContract.Listener.class,
                Runnable.class,
                AutoCloseable.class,
                Executor.class,
                Flow.Subscriber.class,
                java.util.EventListener.class
            })
    void interface_isService(Class<?> type) {
        assertThat(classifier.rule(type).kind()).isEqualTo(Kind.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Object.class,
                Number.class,
                CharSequence.class,
                Class.class,
                BigDecimal.class,
                AtomicInteger.class,
                java.util.Date.class,
                java.io.File.class
            })
    void typeThatSaysNothing_isOpaque(Class<?> type) {
        assertThat(classifier.rule(type).kind()).isEqualTo(Kind.OPAQUE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Throwable.class, IllegalStateException.class, ChatContract.ChatException.class})
    void exception_isThrowable(Class<?> type) {
        assertThat(classifier.rule(type).kind()).isEqualTo(Kind.THROWABLE);
    }

    static List<List<Object>> refused() {
        return List.of(
                List.of(Thread.class, "a thread belongs to one side; use Runnable or Executor"),
                List.of(ThreadLocal.class, "a thread-local holds values of one side; use Supplier"),
                List.of(
                        ClassLoader.class,
                        "it leads to every class of its side; use InputStream for resources, String for names"),
                List.of(
                        ModuleLayer.class,
                        "it leads to every class of its side; use InputStream for resources, String for names"),
                List.of(
                        System.Logger.class,
                        "a logger is kept by the logging of its side; use an interface of the contract"),
                List.of(URL.class, "it holds a handler, which may be a module's; use URI"),
                List.of(Matcher.class, "it holds the text it matches; use Pattern"),
                List.of(DateTimeFormatter.class, "it holds fields, which may be a module's; use String"),
                List.of(java.util.Spliterator.class, "it is not passed on element by element; use Iterator or Stream"),
                List.of(AtomicReference.class, "both sides could put objects into it; use Supplier"),
                List.of(java.lang.ref.WeakReference.class, "what it refers to cannot be told from it; use Supplier"),
                List.of(
                        Lock.class,
                        "a lock that a module holds when it goes stays locked; use methods of the contract"),
                List.of(
                        ScheduledExecutorService.class,
                        "the JDK has it without a rule here; use a type of the contract or a simpler one of the JDK"),
                List.of(
                        ChatContract.Odd.class,
                        "it is sealed, and permits others than records and enums; permit only records and enums"),
                List.of(ChatContract.Counter.class, "it is a class with state; make it a record or an interface"),
                List.of(ChatContract.LocalRoom.class, "it is a class with state; make it a record or an interface"),
                List.of(ChatContract.Widget.class, "it is a class with state; make it a record or an interface"),
                List.of(ChatContract.Mark.class, "it is an annotation; use a record"),
                List.of(
                        Hidden.class,
                        "it is not public in an exported package; make it public and export its package"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(List<Object> typeAndReason) {
        Rule rule = classifier.rule((Type) typeAndReason.get(0));

        assertThat(rule.kind()).isEqualTo(Kind.NONE);
        assertThat(rule.reason()).hasValue((String) typeAndReason.get(1));
    }

    @Test
    void genericTypes_areClassifiedWithTheirArguments() {
        List<String> texts = Arrays.stream(ChatContract.Kinds.class.getMethods())
                .filter(method -> method.getName().equals("types"))
                .flatMap(method -> Arrays.stream(method.getGenericParameterTypes()))
                .map(type -> classifier.rule(type).description().replace("dev.layers.ChatContract$", "bot."))
                .toList();

        assertThat(texts)
                .containsExactly(
                        "opaque Path",
                        "plain Instant",
                        "service Supplier<bot.Item>",
                        "service Callable<opaque Object>",
                        "service Future<record bot.Order>",
                        "service Iterable<service bot.Listener>",
                        "service Function<record bot.Order, String[]>",
                        "no rule for List<Thread>",
                        "container List<opaque Object>",
                        "no rule for ArrayList<String>",
                        "no rule for Deque<String>",
                        "no rule for SortedMap<String, String>",
                        "container IntStream",
                        "opaque Comparable<bot.Item>",
                        "opaque Serializable",
                        "record bot.Page<record bot.Order>",
                        "container service bot.Listener[][]");
    }

    @Test
    void typeVariable_isOpaque() throws NoSuchMethodException {
        Type type = ChatContract.Kinds.class
                .getMethod("variable", ChatContract.Listener[].class)
                .getGenericReturnType();

        assertThat(classifier.rule(type).description()).isEqualTo("opaque T");
    }

    @Test
    void collectionsOfOneKind_areRefusedWithTheKindToUse() {
        assertThat(Optional.of(classifier.rule(java.util.ArrayDeque.class)).flatMap(Rule::reason))
                .hasValue("only the plain kinds of collections are passed on; use Collection, List or Set");
        assertThat(classifier.rule(java.util.TreeMap.class).reason())
                .hasValue("only the plain kind of map is passed on; use Map");
    }
}
