package dev.layers.internal.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.ChatContract;
import dev.layers.internal.reference.Crossing;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BorderValueTest {
    private final Customs customs = new Customs();
    private final Border border = customs.border("chat#1");
    private final ChatContract.Listener listener = text -> {};

    private static final class Secret {}

    private static final class Dear extends BigDecimal {
        private static final long serialVersionUID = 1;

        private Dear() {
            super(1);
        }
    }

    private record Private(String text) {}

    static List<Object> values() {
        return List.of(
                "text",
                1,
                BigDecimal.ONE,
                new java.util.Date(0),
                Path.of("a"),
                String.class,
                ChatContract.Room[].class,
                ChatContract.Mood.BAD,
                new ChatContract.Money(1),
                new ChatContract.Item("a", 1, ChatContract.Mood.GOOD),
                java.nio.charset.StandardCharsets.UTF_8,
                java.nio.ByteBuffer.allocate(1),
                java.time.ZoneId.of("Europe/Berlin"),
                new String[] {"a"},
                new StringBuilder("a"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_crossesAsItIs(Object value) {
        assertThat(customs.pass("object", value, border.outward())).isSameAs(value);
    }

    static List<List<Object>> refusals() {
        String inObject =
                "cannot cross as argument 1 of" + " 'dev.layers.internal.boundary.Customs$Counter.object(Object)': ";
        String foreign = "its class belongs to chat#1 and implements no interface of the contract; use a record or an"
                + " interface of the contract, or a simple value such as String";
        String own = "dev.layers.internal.boundary.BorderValueTest$";
        return List.of(
                List.of(new Secret(), "Value of class '" + own + "Secret' " + inObject + foreign),
                List.of(new Dear(), "Value of class '" + own + "Dear' " + inObject + foreign),
                List.of(new Private("a"), "Value of class '" + own + "Private' " + inObject + foreign),
                List.of(
                        Secret.class,
                        "Value of class 'Class' " + inObject + "'" + own
                                + "Secret' belongs to chat#1; use its name, as String"),
                List.of(
                        new Secret[0],
                        "Value of class '" + own + "Secret[]' " + inObject + "the class of its elements belongs to"
                                + " chat#1; use an array of a type of the contract"),
                List.of(
                        new ThreadLocal<String>(),
                        "Value of class 'ThreadLocal' " + inObject
                                + "a thread-local holds values of one side; use Supplier"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void valueWithoutRule_isRefused(List<Object> valueAndMessage) {
        assertThatThrownBy(() -> customs.pass("object", valueAndMessage.get(0), border.outward()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage((String) valueAndMessage.get(1));
    }

    @Test
    void elementWithoutRule_isRefusedAsPart() {
        assertThatThrownBy(() -> customs.pass("list", List.of(new Secret()), border.inward()))
                .hasMessage(
                        "Value of class 'dev.layers.internal.boundary.BorderValueTest$Secret' cannot cross in argument 1"
                                + " of 'dev.layers.internal.boundary.Customs$Counter.list(List<Object>)': its class belongs to"
                                + " the host and implements no interface of the contract; use a record or an interface of the"
                                + " contract, or a simple value such as String");
    }

    @Test
    void crossedValueOfAnotherType_isRefused() {
        class Sorted implements ChatContract.Listener, Comparable<Sorted> {
            @Override
            public void heard(String text) {}

            @Override
            public int compareTo(Sorted other) {
                return 0;
            }
        }

        assertThatThrownBy(() -> customs.pass("comparable", new Sorted(), border.outward()))
                .hasMessage(
                        "Value of class 'dev.layers.internal.boundary.BorderValueTest$1Sorted' cannot cross as argument"
                                + " 1 of 'dev.layers.internal.boundary.Customs$Counter.comparable(Comparable<?>)': what stands"
                                + " for it on the other side is no 'Comparable'; use a type of the contract");
    }

    @Test
    void typeWithoutRule_isRefusedWhenItIsUsed() {
        assertThat(customs.pass("thread", null, border.outward())).isNull();
        assertThatThrownBy(() -> customs.pass("thread", new Thread(), border.outward()))
                .hasMessage("Value of class 'Thread' cannot cross as argument 1 of"
                        + " 'dev.layers.internal.boundary.Customs$Counter.thread(Thread)': a thread belongs to one"
                        + " side; use Runnable or Executor");
    }

    @Test
    void valueWithoutRule_crossesWithAWarningWhereThatIsAllowed() {
        Border lenient = customs.border("chat#1", Strictness.WARN, LateCalls.FAIL);
        Secret secret = new Secret();

        Object crossed = customs.pass("list", List.of("a", secret), lenient.inward());

        assertThat((List<?>) crossed).last().isSameAs(secret);
        assertThat(customs.warnings)
                .containsExactly("Value of class 'dev.layers.internal.boundary.BorderValueTest$Secret' cannot cross in"
                        + " argument 1 of 'dev.layers.internal.boundary.Customs$Counter.list(List<Object>)': its class"
                        + " belongs to the host and implements no interface of the contract; use a record or an"
                        + " interface of the contract, or a simple value such as String");
    }

    @Test
    void record_isRebuiltWhenAComponentChanges() {
        ChatContract.Ring inner = new ChatContract.Ring("b", null, listener);
        ChatContract.Ring outer = new ChatContract.Ring("a", inner, null);

        ChatContract.Ring crossed = (ChatContract.Ring) customs.pass("ring", outer, border.outward());

        assertThat(crossed).isNotSameAs(outer);
        assertThat(crossed.next().id()).isEqualTo("b");
        assertThat(crossed.next().listener()).isInstanceOf(Crossing.class);
        assertThat(customs.pass("ring", crossed, border.inward())).isEqualTo(outer);
    }

    @Test
    void record_isRebuiltThoughNothingChanges() {
        ChatContract.Ring ring = new ChatContract.Ring("a", new ChatContract.Ring("b", null, null), null);

        assertThat(customs.pass("ring", ring, border.outward())).isEqualTo(ring).isNotSameAs(ring);
        assertThat(customs.pass("object", ring, border.outward()))
                .isEqualTo(ring)
                .isNotSameAs(ring);
    }

    @Test
    void recordWhoseAccessorCopies_letsGoOfWhatItHolds() {
        List<Object> ownList = new ArrayList<>(List.of("a"));
        ChatContract.Copied record = new ChatContract.Copied(ownList);

        Object crossed = customs.pass("object", record, border.outward());
        ownList.add("b");

        assertThat(crossed).isEqualTo(new ChatContract.Copied(List.of("a")));
    }

    @Test
    void pathOfAnotherClass_isRefusedWhateverFileSystemItNames() {
        Path own = (Path) Proxy.newProxyInstance(
                BorderValueTest.class.getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, arguments) -> method.getName().equals("getFileSystem")
                        ? FileSystems.getDefault()
                        : method.invoke(Path.of("a"), arguments));

        assertThatThrownBy(() -> customs.pass("object", own, border.outward()))
                .hasMessage("Value of class '" + own.getClass().getName() + "' cannot cross as argument 1 of"
                        + " 'dev.layers.internal.boundary.Customs$Counter.object(Object)': its file system is not the"
                        + " default one; use InputStream");
    }

    @Test
    void otherText_crossesAsString() {
        CharSequence text = new StringBuilder("abc")
                .chars()
                .mapToObj(Character::toString)
                .toList()
                .get(0);
        CharSequence foreign = new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(int index) {
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return text.subSequence(start, end);
            }

            @Override
            public String toString() {
                return "text";
            }
        };

        assertThat(customs.pass("object", foreign, border.outward())).isEqualTo("text");
    }

    @Test
    void frame_crossesAsTextAlone() {
        StackTraceElement frame = new StackTraceElement("chat#1", "acme.chat", "1.0", "acme.Chat", "run", null, 1);

        assertThat(customs.pass("object", frame, border.outward()))
                .isEqualTo(frame)
                .isNotSameAs(frame);
        assertThat((Object[]) customs.pass("object", new StackTraceElement[] {frame}, border.outward()))
                .containsExactly(frame)
                .satisfies(frames -> assertThat(frames[0]).isNotSameAs(frame));
    }
}
