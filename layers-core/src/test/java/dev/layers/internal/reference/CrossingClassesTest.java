package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossingClassesTest {
    private final MarkingWay inward = new MarkingWay(CrossingClassesTest.class.getClassLoader());
    private final CrossingClasses classes = new CrossingClasses("chat references", false);

    @Test
    void crossing_callsItsTarget() throws Exception {
        Everything service = (Everything) make(MarkingWay.MARK, "one");
        Everything other = (Everything) make(MarkingWay.MARK, "two");

        assertThat(service.add(1, 2)).isEqualTo(3);
        assertThat(service.add(1L, 2L)).isEqualTo(4L);
        assertThat(service.half(3, 1f, (short) 2, (byte) 3, 'a', true)).isEqualTo(1.5 + 1 + 2 + 3 + 'a');
        assertThat(service.greeting("you")).isEqualTo("Hello you><");
        assertThat(service.target()).isEqualTo("target of one<");
        assertThat(other.target()).isEqualTo("target of two<");
        assertThat(other).hasSameClassAs(service).isNotEqualTo(service).hasToString("reference to two");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(service::nothing)
                .withMessage("<" + Everything.class.getName() + ".nothing()<checked by one");
    }

    @Test
    void cutCrossing_refuses() {
        Crossing crossing = make(Passage.AS_IS, "one");

        Crossing.cut(crossing);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(((Everything) crossing)::target)
                .withMessage("reference to one is closed");
        assertThat(Crossing.target(crossing)).isNull();
    }

    @Test
    void closedWay_refusesUntilItOpens() {
        Everything service = (Everything) make(Passage.AS_IS, "one");

        inward.isOpen = false;
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(service::target);

        inward.isOpen = true;
        assertThat(service.target()).isEqualTo("target of one");
    }

    @Test
    void silentCrossing_answersNothing() throws Exception {
        inward.isOpen = false;
        inward.isSilent = true;
        Everything service = (Everything) make(MarkingWay.MARK, "one");

        service.nothing();
        assertThat(service.add(1, 2)).isZero();
        assertThat(service.add(1L, 2L)).isZero();
        assertThat(service.half(3, 1f, (short) 2, (byte) 3, 'a', true)).isZero();
        assertThat(service.numbers(new int[1])).isNull();
        assertThat(service.target()).isNull();
    }

    @Test
    void contextLoader_isSetAroundCallsAndGivenBack() {
        CrossingClasses setting = new CrossingClasses("chat references", true);
        Everything service = (Everything) setting.maker(Everything.shape(MarkingWay.MARK))
                .make(inward, new Everything.Provider("one"), "reference");
        Thread.currentThread().setContextClassLoader(null);
        try {
            assertThat(service.context()).isSameAs(CrossingClassesTest.class.getClassLoader());
            assertThat(service.add(1L, 2L)).isEqualTo(4L);
            assertThat(service.half(3, 1f, (short) 2, (byte) 3, 'a', true)).isEqualTo(1.5 + 1 + 2 + 3 + 'a');
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(service::nothing);
            assertThat(Thread.currentThread().getContextClassLoader()).isNull();
        } finally {
            Thread.currentThread().setContextClassLoader(CrossingClassesTest.class.getClassLoader());
        }
    }

    @Test
    void contextLoader_isLeftAloneWhereTheWayHasNone() {
        CrossingClasses setting = new CrossingClasses("chat references", true);
        Everything service = (Everything) setting.maker(Everything.shape(MarkingWay.MARK))
                .make(inward.back(), new Everything.Provider("one"), "reference");
        ClassLoader own = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(own);
        try {
            assertThat(service.context()).isSameAs(own);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
        } finally {
            Thread.currentThread().setContextClassLoader(CrossingClassesTest.class.getClassLoader());
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void crossing_hasAllInterfacesOfItsShape() {
        ReferenceShape both = new ReferenceShape(
                List.of(Function.class, Runnable.class),
                Stream.of(
                                Everything.shape(Function.class, MarkingWay.MARK),
                                Everything.shape(Runnable.class, MarkingWay.MARK))
                        .flatMap(shape -> shape.methods().stream())
                        .filter(plan -> !plan.method().isDefault())
                        .toList());

        Crossing crossing = classes.maker(both).make(inward, new Both(), "reference");

        assertThat(crossing).isInstanceOf(Runnable.class);
        assertThat(((Function<Object, Object>) crossing)
                        .andThen(result -> result + "!")
                        .apply("a"))
                .isEqualTo("b><!");
    }

    private static final class Both implements Function<Object, Object>, Runnable {
        @Override
        public Object apply(Object value) {
            return value.equals("a>") ? "b>" : "not passed";
        }

        @Override
        public void run() {
            throw new IllegalStateException();
        }
    }

    private Crossing make(Passage passage, String name) {
        return classes.maker(Everything.shape(passage))
                .make(inward, new Everything.Provider(name), "reference to " + name);
    }
}
