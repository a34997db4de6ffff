package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.failure.Thrown.BotBusy;
import dev.layers.internal.failure.Thrown.BotCarrier;
import dev.layers.internal.failure.Thrown.BotDecorated;
import dev.layers.internal.failure.Thrown.BotFailed;
import dev.layers.internal.failure.Thrown.BotLight;
import dev.layers.internal.failure.Thrown.BotLinked;
import dev.layers.internal.failure.Thrown.BotMood;
import dev.layers.internal.failure.Thrown.BotStubborn;
import dev.layers.internal.failure.Thrown.ChatEvil;
import dev.layers.internal.failure.Thrown.ChatFailed;
import dev.layers.internal.failure.Thrown.ChatHidden;
import dev.layers.internal.failure.Thrown.ChatOdd;
import dev.layers.internal.failure.Thrown.ChatUnread;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrownCopiesTest {
    private final ThrownCopies copies = new ThrownCopies(Thrown::isShared, thrown -> thrown instanceof Told, Told::of);

    @SuppressWarnings("removal")
    static List<Throwable> shared() {
        return List.of(
                new IllegalStateException("odd"),
                new RuntimeException((String) null),
                new Throwable("plain"),
                new FileNotFoundException("a.txt"),
                new NoSuchFileException("a.txt", "b.txt", "gone"),
                new InterruptedException("stop"),
                new AssertionError("wrong", new IOException("inner")),
                new NoClassDefFoundError("acme/Missing"),
                new ExceptionInInitializerError(new IllegalStateException("inner")),
                new ClassNotFoundException("acme.Missing", new IOException("inner")),
                new OutOfMemoryError("heap"),
                new StackOverflowError(),
                new ThreadDeath(),
                new InvocationTargetException(new IOException("inner"), "outer"),
                new UndeclaredThrowableException(new IOException("inner")),
                new CompletionException("outer", new IOException("inner")),
                new ExecutionException("outer", new IOException("inner")),
                new UncheckedIOException("outer", new IOException("inner")),
                new BotFailed("busy"),
                new BotBusy("busy"),
                new BotLight("light"));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void sharedType_isKeptWithAllThatIsSaid(Throwable original) {
        original.addSuppressed(new ArithmeticException("aside"));

        Throwable copy = copies.copy(original);

        assertThat(copy).isNotSameAs(original);
        assertSameWords(copy, original);
    }

    private static void assertSameWords(Throwable copy, Throwable original) {
        assertThat(copy).isExactlyInstanceOf(original.getClass()).hasToString(original.toString());
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getSuppressed()).hasSameSizeAs(original.getSuppressed());
        for (int index = 0; index < copy.getSuppressed().length; index++) {
            assertSameWords(copy.getSuppressed()[index], original.getSuppressed()[index]);
        }
        assertThat(copy.getCause() == null).isEqualTo(original.getCause() == null);
        if (copy.getCause() != null) {
            assertThat(copy.getCause()).isNotSameAs(original.getCause());
            assertSameWords(copy.getCause(), original.getCause());
        }
    }

    @Test
    void state_isKeptWhereItIsMadeOfValues() {
        BotBusy original = new BotBusy("busy");

        BotBusy copy = (BotBusy) copies.copy(original);

        assertThat(copy)
                .usingRecursiveComparison()
                .comparingOnlyFields("code", "times", "mood", "rooms", "seats", "moods")
                .isEqualTo(original);
        assertThat(copy.rooms).isNotSameAs(original.rooms);
        assertThat(copy.mood).isSameAs(BotMood.GRIM);
    }

    @Test
    void helpfulMessageOfANullPointer_isKept() {
        String[] none = {null};
        Throwable original = thrown(() -> none[0].length());

        Throwable copy = copies.copy(original);

        assertThat(copy).isExactlyInstanceOf(NullPointerException.class).hasMessageContaining("String.length()");
        assertSameWords(copy, original);
    }

    @Test
    void typeOfAModule_isTold() {
        Throwable inner = new IOException("inner");
        Throwable original = new ChatOdd("odd", inner);
        original.addSuppressed(new ChatFailed("aside"));

        Throwable copy = copies.copy(original);

        assertThat(copy).isInstanceOf(Told.class).hasMessage(Thrown.class.getName() + "$ChatOdd: odd");
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getCause()).isInstanceOf(Told.class).hasMessage("java.io.IOException: inner");
        assertThat(copy.getSuppressed()[0])
                .isInstanceOf(Told.class)
                .hasMessage(Thrown.class.getName() + "$ChatFailed: aside");
    }

    @Test
    void typeOfAModule_becomesTheSharedOneThatItExtends() {
        Throwable original = new ChatFailed("no such room").initCause(new ChatUnread("inner"));
        original.addSuppressed(new ChatOdd("aside", null));

        Throwable copy = copies.copy(original);

        assertThat(copy).isExactlyInstanceOf(BotFailed.class).hasMessage("no such room");
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        assertThat(copy.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("inner");
        assertThat(copy.getSuppressed()[0]).isInstanceOf(Told.class);
    }

    @Test
    void causeOfAModule_isReplacedAtAnyDepth() {
        Throwable deep = new ChatOdd("deep", null);
        Throwable middle = new BotFailed("middle").initCause(deep);
        middle.addSuppressed(new ChatFailed("aside"));
        BotBusy original = new BotBusy("busy");
        original.initCause(middle);

        BotBusy copy = (BotBusy) copies.copy(original);

        assertThat(copy.code).isEqualTo(7);
        assertThat(copy.getCause()).isExactlyInstanceOf(BotFailed.class).hasMessage("middle");
        assertThat(copy.getCause().getSuppressed()[0]).isExactlyInstanceOf(BotFailed.class);
        assertThat(copy.getCause().getCause())
                .isInstanceOf(Told.class)
                .hasMessage(Thrown.class.getName() + "$ChatOdd: deep");
    }

    @Test
    void causeThatItsOwnerDemandsTheTypeOf_isOfThatType() {
        Throwable copy = copies.copy(new UncheckedIOException("outer", new ChatUnread("inner")));

        assertThat(copy).isExactlyInstanceOf(UncheckedIOException.class).hasMessage("outer");
        assertThat(copy.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("inner");
    }

    @Test
    void throwableInState_isCopied() {
        BotLinked original = new BotLinked("first", new BotFailed("next"));
        original.next.initCause(new ChatOdd("deep", null));

        BotLinked copy = (BotLinked) copies.copy(original);

        assertThat(copy.next)
                .isExactlyInstanceOf(BotFailed.class)
                .hasMessage("next")
                .isNotSameAs(original.next);
        assertThat(copy.next.getCause()).isInstanceOf(Told.class);
    }

    @Test
    void throwableOfAModuleInState_isReplaced() {
        BotLinked copy = (BotLinked) copies.copy(new BotLinked("first", new ChatFailed("next")));

        assertThat(copy.next).isExactlyInstanceOf(BotFailed.class).hasMessage("next");
    }

    static Stream<BotCarrier> foreign() {
        return Stream.of(
                        new Object(),
                        new StringBuilder("a class of the JDK that is no value"),
                        new ChatPayload(),
                        ChatPayload.class,
                        List.of(new ChatPayload()),
                        new ArrayList<>(List.of(new ChatPayload())),
                        new Object[] {new ChatPayload()},
                        new ChatPayload[0],
                        ChatRank.FIRST,
                        Collections.unmodifiableList(new ChatList()),
                        (Comparable<String> & java.io.Serializable) other -> 0)
                .map(payload -> new BotCarrier("full", payload));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void stateThatIsNoValue_isLeftOut(BotCarrier original) {
        original.initCause(new IOException("inner"));

        BotCarrier copy = (BotCarrier) copies.copy(original);

        assertThat(copy.payload).isNull();
        assertSameWords(copy, original);
    }

    @Test
    void typeThatRefusesToBeWritten_isTold() {
        Throwable original = new BotStubborn("stubborn", new IOException("inner"));

        Throwable copy = copies.copy(original);

        // the round trip that would drop the stack of a new instance fails as well
        assertThat(copy).isInstanceOf(Told.class).hasMessage(Thrown.class.getName() + "$BotStubborn: stubborn");
    }

    @Test
    void copy_isMadeByTheRoundTripAndNotByAConstructor() {
        BotCarrier copy = (BotCarrier) copies.copy(new BotCarrier("empty", "text"));

        assertThat(copy.isMade).isFalse();
        assertThat(copy.payload).isEqualTo("text");
    }

    @Test
    void typeThatCannotSayTheSame_becomesTheOneThatItExtends() {
        Throwable copy = copies.copy(new BotDecorated("hall"));

        assertThat(copy).isExactlyInstanceOf(BotFailed.class).hasMessage("no room hall");
    }

    @Test
    void everyClass_isAskedFor() {
        Set<Class<?>> asked = new HashSet<>();
        ThrownCopies asking =
                new ThrownCopies(type -> asked.add(type) || Thrown.isShared(type), thrown -> false, Told::of);

        asking.copy(new BotBusy("busy").initCause(new BotFailed("inner")));

        assertThat(asked)
                .contains(BotBusy.class, RuntimeException.class, Throwable.class, BotFailed.class, BotMood.class)
                .contains(ArrayList.class, StackTraceElement.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void evilException_isToldByItsType(boolean isCause) {
        Throwable evil = new ChatEvil();

        Throwable copy = copies.copy(isCause ? new IllegalStateException("outer", evil) : evil);

        Throwable told = isCause ? copy.getCause() : copy;
        assertThat(told).isInstanceOf(Told.class).hasMessage(Thrown.class.getName() + "$ChatEvil");
        assertThat(told.getStackTrace()).isEmpty();
    }

    @Test
    void causeThatHidesWhenItIsWritten_isTold() {
        Throwable copy = copies.copy(new IllegalStateException("outer", new ChatHidden("hidden")));

        assertThat(copy).isExactlyInstanceOf(IllegalStateException.class).hasMessage("outer");
        assertThat(copy.getCause()).hasMessage(Thrown.class.getName() + "$ChatHidden: hidden");
    }

    @Test
    void circleOfSharedTypes_staysACircle() {
        Throwable first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        Throwable copy = copies.copy(first);

        assertThat(copy.getCause()).hasMessage("second");
        assertThat(copy.getCause().getCause()).isSameAs(copy);
    }

    @Test
    void circleThroughAModule_ends() {
        Throwable first = new IllegalStateException("first");
        first.initCause(new ChatUnread("second").initCause(first));

        Throwable copy = copies.copy(first);

        assertThat(copy).isExactlyInstanceOf(IllegalStateException.class).hasMessage("first");
        assertThat(copy.getCause())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("second")
                .hasNoCause();
    }

    @Test
    void suppressedOfAModuleThatSuppressesItsOwner_isCopiedOnce() {
        Throwable first = new IllegalStateException("first");
        Throwable second = new ChatUnread("second");
        first.addSuppressed(second);
        second.addSuppressed(first);

        Throwable copy = copies.copy(first);

        assertThat(copy.getSuppressed()[0])
                .isExactlyInstanceOf(IOException.class)
                .hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 150, 20_000})
    void longChain_isCopiedAsFarAsAnybodyReads(int causes) {
        Throwable original = new IllegalStateException("deepest");
        for (int depth = 1; depth <= causes; depth++) {
            original = depth % 2 == 0 ? new ChatOdd("odd", original) : new IllegalStateException("even", original);
        }

        Throwable copy = copies.copy(original);

        assertThat(chain(copy).size()).isEqualTo(Math.min(causes + 1, 100));
    }

    private static List<Throwable> chain(Throwable first) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = first; next != null; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static Throwable thrown(Runnable code) {
        try {
            code.run();
            throw new AssertionError("Nothing was thrown");
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private static final class ChatPayload implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }

    private static final class ChatList extends ArrayList<String> {
        private static final long serialVersionUID = 1L;
    }

    private enum ChatRank {
        FIRST
    }
}
