package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final ServiceKey KEY = new ServiceKey(Everything.class.getName(), "acme.Provider");

    private final Line line = new Line("chat references", false);
    private final MarkingWay inward = new MarkingWay(null);
    private final AtomicBoolean inside = new AtomicBoolean();
    private final Gate gate = new Gate(inside::get);

    private final ReferenceTexts texts = new ReferenceTexts() {
        @Override
        public String description() {
            return "reference to acme.Provider";
        }

        @Override
        public RuntimeException unavailable() {
            return new IllegalStateException("nobody takes this call");
        }

        @Override
        public RuntimeException overdue(Duration waited) {
            return new IllegalStateException("this call has waited " + waited);
        }

        @Override
        public boolean isStale() {
            return false;
        }
    };

    @Test
    void reference_callsEverySignature() {
        line.turnTo(entries("chat#1 calls", "one"));

        Everything service = reference(Passage.AS_IS);

        assertThat(service.add(1, 2)).isEqualTo(3);
        assertThat(service.add(1L, 2L)).isEqualTo(4L);
        assertThat(service.half(3, 1f, (short) 2, (byte) 3, 'a', true)).isEqualTo(1.5 + 1 + 2 + 3 + 'a');
        assertThat(service.numbers(new int[] {1})).containsExactly(1);
        assertThat(service.nested(new String[][] {{"a"}})).isDeepEqualTo(new String[][] {{"a"}});
        assertThat(service.join("-", 1, 2)).isEqualTo("one:part-part");
        assertThat(service.<String>same("value")).isEqualTo("value");
        assertThat(service.target()).isEqualTo("target of one");
        assertThat(service.greeting("you")).isEqualTo("Hello you");
        assertThat(service.convert("value")).isEqualTo("one value");
        assertThat(((Parent<String>) service).convert("value")).isEqualTo("one value");
        assertThat(service.context()).isSameAs(Thread.currentThread().getContextClassLoader());
    }

    @Test
    void argumentsAndResults_goBothWays() {
        line.turnTo(entries("chat#1 calls", "one"));

        Everything service = reference(MarkingWay.MARK);

        assertThat(service.<String>same("value")).isEqualTo("value><");
        assertThat(service.greeting("you")).isEqualTo("Hello you><");
        assertThat(service.target()).isEqualTo("target of one<");
        assertThat(service.convert("value")).isEqualTo("one value><");
    }

    @Test
    void thrown_goesBack() {
        line.turnTo(entries("chat#1 calls", "one"));

        Everything service = reference(Passage.AS_IS);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(service::nothing)
                .withMessage("<" + Everything.class.getName() + ".nothing()<checked by one");
    }

    @Test
    void objectMethods_areTheReferencesOwn() {
        Everything service = reference(Passage.AS_IS);

        assertThat(service).isEqualTo(service).isNotEqualTo(new Object()).hasToString("reference to acme.Provider");
        assertThat(service.hashCode()).isEqualTo(System.identityHashCode(service));
        assertThat(reference(Passage.AS_IS)).isSameAs(service);
    }

    @Test
    void calls_followTheLine() {
        Everything service = reference(Passage.AS_IS);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(service::target)
                .withMessage("nobody takes this call");

        Entries one = entries("chat#1 calls", "one");
        line.turnTo(one);
        assertThat(service.target()).isEqualTo("target of one");
        Entries two = entries("chat#2 calls", "two");
        line.turnTo(two);
        assertThat(service.target()).isEqualTo("target of two");
        one.release();
        assertThat(service.target()).isEqualTo("target of two");
        line.turnTo(new Entries(terms("chat#3 calls", inward), Map.of()));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(service::target);
        line.turnTo(two);
        assertThat(service.target()).isEqualTo("target of two");

        two.release();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.add(1, 2))
                .withMessage("nobody takes this call");
    }

    @Test
    void closedLine_takesExemptThreadsAlone() {
        AtomicBoolean exempt = new AtomicBoolean();
        Everything service = reference(Passage.AS_IS);
        line.turnTo(entries("chat#1 calls", "one"));

        line.close(exempt::get);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(service::target);
        exempt.set(true);
        assertThat(service.target()).isEqualTo("target of one");
        exempt.set(false);
        line.reopen();
        assertThat(service.target()).isEqualTo("target of one");
    }

    @Test
    void heldCall_isMadeWhereTheLineLeadsByThen() throws Exception {
        Entries one = entries("chat#1 calls", "one");
        line.turnTo(one);
        Everything service = reference(Passage.AS_IS);
        line.hold(inside::get, Duration.ofMinutes(1));
        one.release();
        FutureTask<String> held = new FutureTask<>(service::target);
        Thread caller = new Thread(held);

        caller.start();
        caller.interrupt();
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> held.get(100, TimeUnit.MILLISECONDS));
        line.turnTo(entries("chat#2 calls", "two"));

        assertThat(held.get()).isEqualTo("target of two");
    }

    @Test
    void heldCall_isRefusedOnceTheLineIsClosed() throws Exception {
        line.turnTo(entries("chat#1 calls", "one"));
        Everything service = reference(Passage.AS_IS);
        line.hold(() -> false, Duration.ofMinutes(1));
        FutureTask<String> held = new FutureTask<>(service::target);
        new Thread(held).start();

        line.close(() -> false);

        assertThatThrownBy(held::get).hasRootCauseMessage("nobody takes this call");
    }

    @Test
    void heldCall_goesOnWhenTheLineReopens() throws Exception {
        line.turnTo(entries("chat#1 calls", "one"));
        Everything service = reference(Passage.AS_IS);
        line.hold(() -> false, Duration.ofMinutes(1));
        FutureTask<String> held = new FutureTask<>(service::target);
        new Thread(held).start();

        line.reopen();

        assertThat(held.get()).isEqualTo("target of one");
    }

    @Test
    void heldCall_waitsNoLongerThanItMay() {
        line.turnTo(entries("chat#1 calls", "one"));
        Everything service = reference(Passage.AS_IS);

        line.hold(() -> false, Duration.ofMillis(20));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(service::target)
                .withMessage("this call has waited PT0.02S");
        line.reopen();
        assertThat(service.target()).isEqualTo("target of one");
    }

    @Test
    void heldLine_takesExemptThreadsAtOnce() {
        line.turnTo(entries("chat#1 calls", "one"));
        Everything service = reference(Passage.AS_IS);

        line.hold(() -> true, Duration.ZERO);

        assertThat(service.target()).isEqualTo("target of one");
    }

    @Test
    void closedGate_turnsCallsBackToWhereTheLineLeadsByThen() throws Exception {
        Entries one = entries("chat#1 calls", "one");
        line.turnTo(one);
        Everything service = reference(Passage.AS_IS);
        assertThat(service.target()).isEqualTo("target of one");

        gate.close();
        FutureTask<String> late = new FutureTask<>(service::target);
        new Thread(late).start();
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> late.get(100, TimeUnit.MILLISECONDS));
        line.turnTo(new Entries(
                new EntryTerms("chat#2 calls", new Gate(() -> false), inward),
                Map.of(KEY, new Everything.Provider("two"))));

        assertThat(late.get()).isEqualTo("target of two");
        line.turnTo(one);
        inside.set(true);
        assertThat(service.target()).isEqualTo("target of one");
        inside.set(false);
        gate.reopen();
        assertThat(service.target()).isEqualTo("target of one");
    }

    @Test
    void frames_tellTheGenerationByTheNameOfTheLoader() {
        line.turnTo(entries("chat#1 calls", "one"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> reference(Passage.AS_IS).nothing());

        StackTraceElement[] stack = ((MarkingWay) inward.back()).stack;
        assertThat(stack[1].getClassName()).startsWith("dev.layers.generated.entry.");
        assertThat(stack[1].getClassLoaderName()).isEqualTo("chat#1 calls");
        assertThat(stack[2].getClassName()).startsWith("dev.layers.generated.service.");
        assertThat(stack[2].getClassLoaderName()).isEqualTo("chat references");
    }

    @Test
    void contextLoader_isSetAroundCallsAndGivenBack() {
        ClassLoader context = new ClassLoader() {};
        MarkingWay way = new MarkingWay(context);
        line.turnTo(new Entries(terms("chat#1 calls", way), Map.of(KEY, new Everything.Provider("one"))));
        Everything service = reference(MarkingWay.MARK);
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(service.context()).isSameAs(context);
        assertThat(service.add(1L, 2L)).isEqualTo(4L);
        assertThat(service.half(3, 1f, (short) 2, (byte) 3, 'a', true)).isEqualTo(1.5 + 1 + 2 + 3 + 'a');
        assertThat(service.greeting("you")).isEqualTo("Hello you><");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(service::nothing);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private Entries entries(String loaderName, String provider) {
        return new Entries(terms(loaderName, inward), Map.of(KEY, new Everything.Provider(provider)));
    }

    private EntryTerms terms(String loaderName, MarkingWay way) {
        return new EntryTerms(loaderName, gate, way);
    }

    private Everything reference(Passage passage) {
        return (Everything) line.reference(KEY, Everything.shape(passage), texts);
    }
}
