package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.drain.CallCensus;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Callers against one thread that closes, holds, drains, reopens and turns, on generated classes and with interleavings by chance:
 * nothing but {@link Outcome#TAKEN} and {@link Outcome#REFUSED} may ever happen.
 */
class GateStressTest {
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ServiceKey KEY = new ServiceKey(Succession.class.getName(), "acme.Successor");

    private final Line line = new Line("chat references", false);
    private final Map<Outcome, LongAdder> outcomes = Collections.synchronizedMap(new EnumMap<>(Outcome.class));
    /** Odd from before a close until after the reopen. */
    private final AtomicInteger closings = new AtomicInteger();

    private final LongAdder runs = new LongAdder();
    private final AtomicInteger generations = new AtomicInteger();
    private Succession service;
    private volatile Life serving;
    private volatile boolean over;

    /** What a call came to, or a drain. */
    private enum Outcome {
        TAKEN,
        REFUSED,
        /** It ran in a generation that the drain had called quiet. */
        LATE,
        /** It was refused although nobody had closed, or the reopen had returned. */
        REFUSED_WHILE_OPEN,
        /** It was refused to a thread that was inside. */
        REFUSED_INSIDE,
        NOT_QUIET
    }

    @Test
    void interleavings_haveNoOutcomeButTakenAndRefused() throws Exception {
        serving = new Life();
        line.turnTo(serving.entries);
        service = (Succession) line.reference(KEY, Everything.shape(Succession.class, Passage.AS_IS), new Closed());
        ExecutorService callers = Executors.newCachedThreadPool();
        List<Future<?>> ends = new ArrayList<>();
        for (int caller = 0; caller < 2; caller++) {
            ends.add(callers.submit(this::callService));
            ends.add(callers.submit(this::callCrossing));
        }

        Deadline end = Deadline.in(TIME);
        while (!end.isPast()) {
            switch (ThreadLocalRandom.current().nextInt(6)) {
                case 0 -> turn();
                case 1 -> turnThereAndBack();
                case 2 -> holdAndTurn();
                case 3 -> holdAndReopen();
                default -> closeAndReopen();
            }
            dawdle();
        }
        over = true;
        callers.shutdown();
        for (Future<?> caller : ends) {
            caller.get(30, TimeUnit.SECONDS);
        }

        assertThat(outcomes).containsOnlyKeys(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(outcomes.get(Outcome.TAKEN).sum())
                .as("no call was lost, none ran twice")
                .isEqualTo(runs.sum());
        assertThat(generations).hasValueGreaterThan(3);
    }

    private void callService() {
        while (!over) {
            int before = closings.get();
            call(service, () -> closings.get() == before && before % 2 == 0);
        }
    }

    private void callCrossing() {
        while (!over) {
            Life life = serving;
            int before = life.closings.get();
            call(life.crossing, () -> life.closings.get() == before && before % 2 == 0);
        }
    }

    /** Calls once; {@code open} says whether there was no reason to refuse from before the call until now. */
    private void call(Succession callee, BooleanSupplier open) {
        int value = ThreadLocalRandom.current().nextInt(1000);
        try {
            assertThat(callee.next(value)).isEqualTo(value + 1);
            count(Outcome.TAKEN);
        } catch (Refusal refusal) {
            count(open.getAsBoolean() ? Outcome.REFUSED_WHILE_OPEN : Outcome.REFUSED);
        }
    }

    private void closeAndReopen() {
        Life life = serving;
        closings.incrementAndGet();
        life.closings.incrementAndGet();
        line.close(life.census::isCurrentThreadInside);
        life.quietDown();
        dawdle();
        life.reopen();
        line.reopen();
        closings.incrementAndGet();
    }

    private void turn() {
        Life old = serving;
        Life next = new Life();
        line.turnTo(next.entries);
        serving = next;
        old.closings.incrementAndGet();
        old.quietDown();
        old.release();
    }

    private void turnThereAndBack() {
        Life old = serving;
        Life next = new Life();
        line.turnTo(next.entries);
        old.closings.incrementAndGet();
        old.quietDown();
        dawdle();
        old.reopen();
        line.turnTo(old.entries);
        next.quietDown();
        next.release();
    }

    /** Calls wait while there is no generation at all; none is refused. */
    private void holdAndTurn() {
        Life old = serving;
        line.hold(old.census::isCurrentThreadInside, PATIENCE);
        old.closings.incrementAndGet();
        old.quietDown();
        old.release();
        dawdle();
        Life next = new Life();
        line.turnTo(next.entries);
        serving = next;
    }

    private void holdAndReopen() {
        Life life = serving;
        line.hold(life.census::isCurrentThreadInside, PATIENCE);
        life.closings.incrementAndGet();
        life.quietDown();
        dawdle();
        life.reopen();
        line.reopen();
    }

    private void count(Outcome outcome) {
        outcomes.computeIfAbsent(outcome, absent -> new LongAdder()).increment();
    }

    /** Takes some time, mostly none. */
    private static void dawdle() {
        int chance = ThreadLocalRandom.current().nextInt(20);
        if (chance == 0) {
            LockSupport.parkNanos(50_000);
        } else if (chance < 4) {
            Thread.yield();
        }
    }

    /** One generation. */
    private final class Life {
        private final int number = generations.incrementAndGet();
        private final String name = "chat#" + number;
        private final CrossingClasses crossings = line.takeCrossings();
        private final CallCensus census = new CallCensus(Set.of(name + " calls", crossings.loaderName()));
        private final Gate gate = new Gate(census::isCurrentThreadInside);
        private final Way inward = new GatedWay(gate);
        private final Succession provider = Successor.of(name, this::answer);
        private final Entries entries =
                new Entries(new EntryTerms(name + " calls", gate, inward), Map.of(KEY, provider));
        private final Succession crossing = (Succession) crossings
                .maker(Everything.shape(Succession.class, Passage.AS_IS))
                .make(inward, provider, "callback of " + name);
        private final AtomicInteger closings = new AtomicInteger();
        private volatile boolean quiet;

        int answer(int value) {
            look();
            runs.increment();
            dawdle();
            if (value % 8 == 0) {
                callBack(value % 16 == 0 ? service : crossing);
            }
            look();
            return value + 1;
        }

        /** A thread that is inside gets in, whatever is closed. */
        private void callBack(Succession callee) {
            try {
                callee.next(1);
                count(Outcome.TAKEN);
            } catch (Refusal refusal) {
                count(Outcome.REFUSED_INSIDE);
            }
        }

        private void look() {
            if (quiet) {
                count(Outcome.LATE);
            }
        }

        void quietDown() {
            gate.close();
            if (census.begin().awaitQuiet(Deadline.in(PATIENCE))) {
                quiet = true;
            } else {
                count(Outcome.NOT_QUIET);
            }
        }

        void release() {
            entries.release();
            line.giveBack(crossings);
        }

        void reopen() {
            quiet = false;
            gate.reopen();
            closings.incrementAndGet();
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal() {
            super(null, null, false, false);
        }
    }

    private static final class Closed implements ReferenceTexts {
        @Override
        public String description() {
            return "reference to acme.Successor";
        }

        @Override
        public RuntimeException unavailable() {
            return new Refusal();
        }

        @Override
        public RuntimeException overdue(Duration waited) {
            return new Refusal();
        }

        @Override
        public boolean isStale() {
            return false;
        }
    }

    /** The way into one generation; what it is refused with crosses no border. */
    private static final class GatedWay extends Way {
        private final Gate gate;

        GatedWay(Gate gate) {
            this.gate = gate;
        }

        @Override
        public Way back() {
            return this;
        }

        @Override
        public boolean isOpen() {
            return gate.isOpen();
        }

        @Override
        public void refuse(Crossing reference) {
            throw new Refusal();
        }

        @Override
        public Throwable thrown(Throwable thrown, String method) {
            return thrown;
        }

        @Override
        public @Nullable ClassLoader contextLoader() {
            return null;
        }
    }
}
