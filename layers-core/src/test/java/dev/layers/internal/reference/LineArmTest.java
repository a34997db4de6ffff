package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LineArmTest {
    private static final ServiceKey KEY = new ServiceKey(Everything.class.getName(), "acme.Provider");

    private final Line line = new Line("chat references", false);
    private final AtomicBoolean inside = new AtomicBoolean();
    private final List<Thread> done = new ArrayList<>();

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
            return new IllegalStateException("nobody waits");
        }

        @Override
        public boolean isStale() {
            return false;
        }
    };

    @Test
    void nextCall_doesWhatIsToBeDoneOnItsThread_andGoesWhereTheLineLeadsThen() {
        Everything service = reference();
        line.turnTo(entries("one"));
        assertThat(service.target()).isEqualTo("target of one");

        line.arm(inside::get, () -> {
            done.add(Thread.currentThread());
            line.turnTo(entries("two"));
        });

        assertThat(done).isEmpty();
        assertThat(service.add(1, 2)).isEqualTo(3);
        assertThat(done).containsExactly(Thread.currentThread());
        assertThat(service.target()).isEqualTo("target of two");
        assertThat(done).hasSize(1);
    }

    @Test
    void nextCall_nothingBecameOfIt_goesWhereTheLineLed() {
        Everything service = reference();
        line.turnTo(entries("one"));

        line.arm(inside::get, () -> done.add(Thread.currentThread()));

        assertThat(service.target()).isEqualTo("target of one");
        assertThat(service.target()).isEqualTo("target of one");
        assertThat(done).hasSize(1);
    }

    @Test
    void callFromInside_goesOnAtOnce_andLeavesItToTheNext() {
        Everything service = reference();
        line.turnTo(entries("one"));
        line.arm(inside::get, () -> done.add(Thread.currentThread()));

        inside.set(true);
        assertThat(service.target()).isEqualTo("target of one");
        assertThat(done).isEmpty();

        inside.set(false);
        assertThat(service.target()).isEqualTo("target of one");
        assertThat(done).hasSize(1);
    }

    @Test
    void callsBesideTheFirst_goWhereTheLineLed() throws Exception {
        Everything service = reference();
        line.turnTo(entries("one"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        line.arm(inside::get, () -> {
            begun.countDown();
            await(end);
            line.turnTo(entries("two"));
        });

        FutureTask<String> first = new FutureTask<>(service::target);
        new Thread(first).start();
        await(begun);
        assertThat(service.target()).isEqualTo("target of one");
        end.countDown();

        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("target of two");
    }

    @Test
    void turningAndDisarming_forgetIt() {
        Everything service = reference();
        line.turnTo(entries("one"));

        line.arm(inside::get, () -> done.add(Thread.currentThread()));
        line.turnTo(entries("two"));
        assertThat(service.target()).isEqualTo("target of two");
        line.arm(inside::get, () -> done.add(Thread.currentThread()));
        line.disarm();
        assertThat(service.target()).isEqualTo("target of two");

        assertThat(done).isEmpty();
    }

    @Test
    void closedLine_keepsIt() {
        Everything service = reference();
        line.turnTo(entries("one"));
        line.arm(inside::get, () -> done.add(Thread.currentThread()));

        line.close(() -> true);
        assertThat(service.target()).isEqualTo("target of one");
        assertThat(done).isEmpty();
        line.reopen();

        assertThat(service.target()).isEqualTo("target of one");
        assertThat(done).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static Entries entries(String provider) {
        EntryTerms terms = new EntryTerms("chat calls", new Gate(() -> false), new MarkingWay(null));
        return new Entries(terms, Map.of(KEY, new Everything.Provider(provider)));
    }

    private Everything reference() {
        return (Everything) line.reference(KEY, Everything.shape(Passage.AS_IS), texts);
    }
}
