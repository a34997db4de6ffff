package dev.layers.internal.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of thread-locals holds for the JDK's and for ours. */
class WovenThreadLocalTest {
    /** Makes thread-locals of one kind. */
    interface Kind {
        ThreadLocal<@Nullable Object> create(Supplier<@Nullable Object> initial);
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                initial -> new ThreadLocal<@Nullable Object>() {
                    @Override
                    protected @Nullable Object initialValue() {
                        return initial.get();
                    }
                },
                initial -> new WovenThreadLocal<@Nullable Object>() {
                    @Override
                    protected @Nullable Object initialValue() {
                        return initial.get();
                    }
                },
                initial -> new WovenInheritableThreadLocal<@Nullable Object>() {
                    @Override
                    protected @Nullable Object initialValue() {
                        return initial.get();
                    }
                },
                WovenThreadLocal::withInitial);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void initialValue_isAskedOncePerThreadAndRemoval(Kind kind) throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        ThreadLocal<Object> local = kind.create(asked::incrementAndGet);

        Object first = local.get();
        Object second = local.get();
        local.remove();
        Object other = onOtherThread(local::get);

        assertThat(first).isEqualTo(1).isEqualTo(second);
        assertThat(other).isEqualTo(2);
        assertThat(local.get()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nullIsAValue(Kind kind) {
        AtomicInteger asked = new AtomicInteger();
        ThreadLocal<@Nullable Object> local = kind.create(() -> {
            asked.incrementAndGet();
            return null;
        });

        Object first = local.get();
        Object second = local.get();
        local.set(null);

        assertThat(first).isNull();
        assertThat(second).isNull();
        assertThat(local.get()).isNull();
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void removedValue_beginsAnew(Kind kind) {
        AtomicInteger asked = new AtomicInteger();
        ThreadLocal<Object> local = kind.create(asked::incrementAndGet);

        local.set("set");
        Object set = local.get();
        local.remove();

        assertThat(set).isEqualTo("set");
        assertThat(local.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valueThatIsSetWhileTheFirstIsMade_isReplacedByTheFirst(Kind kind) {
        AtomicReference<ThreadLocal<Object>> self = new AtomicReference<>();
        ThreadLocal<Object> local = kind.create(() -> {
            self.get().set("inner");
            return self.get().get() + ", outer";
        });
        self.set(local);

        Object value = local.get();

        assertThat(value).isEqualTo("inner, outer");
        assertThat(local.get()).isEqualTo("inner, outer");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void failureToMakeTheFirst_leavesNothing(Kind kind) {
        AtomicInteger asked = new AtomicInteger();
        ThreadLocal<Object> local = kind.create(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "value";
        });

        assertThatIllegalStateException().isThrownBy(local::get).withMessage("not yet");

        assertThat(local.get()).isEqualTo("value");
    }

    @Test
    void firstValue_passesByOverriddenSet() {
        List<Object> set = new ArrayList<>();
        ThreadLocal<Object> local = new WovenThreadLocal<>() {
            @Override
            protected Object initialValue() {
                return "first";
            }

            @Override
            public void set(Object value) {
                set.add(value);
                super.set(value);
            }

            @Override
            public Object get() {
                return super.get() + "!";
            }
        };

        Object value = local.get();
        local.set("second");

        assertThat(value).isEqualTo("first!");
        assertThat(local.get()).isEqualTo("second!");
        assertThat(set).containsExactly("second");
    }

    @Test
    void withInitial_wantsASupplier() {
        assertThatNullPointerException().isThrownBy(() -> WovenThreadLocal.withInitial(nothing()));
    }

    @Test
    void inheritableValue_passesToTheChildByChildValue() throws InterruptedException {
        InheritableThreadLocal<@Nullable Object> local = new WovenInheritableThreadLocal<>() {
            @Override
            protected @Nullable Object childValue(@Nullable Object parent) {
                return "child of " + parent;
            }
        };
        InheritableThreadLocal<@Nullable Object> plain = new WovenInheritableThreadLocal<>();

        local.set("parent");
        plain.set("as it is");
        Object child = onOtherThread(local::get);
        Object same = onOtherThread(plain::get);

        assertThat(child).isEqualTo("child of parent");
        assertThat(same).isEqualTo("as it is");
        assertThat(local.get()).isEqualTo("parent");
    }

    @Test
    void childOfAThreadWithoutValue_beginsAnew() throws InterruptedException {
        InheritableThreadLocal<Object> local = new WovenInheritableThreadLocal<>() {
            @Override
            protected Object initialValue() {
                return "first of " + Thread.currentThread().getName();
            }
        };

        local.set("parent");
        local.remove();
        Object child = onOtherThread(local::get);

        assertThat(child).isEqualTo("first of other");
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static <T> Supplier<T> nothing() {
        return null;
    }

    private static @Nullable Object onOtherThread(Supplier<@Nullable Object> code) throws InterruptedException {
        AtomicReference<@Nullable Object> value = new AtomicReference<>();
        Thread other = new Thread(() -> value.set(code.get()), "other");
        other.start();
        other.join();
        return value.get();
    }
}
