package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SwitchTest {
    private static final ServiceKey GREETER = new ServiceKey("acme.Greeter", "acme.chat.Polite");

    private final Switch line = new Switch();

    @Test
    void newSwitch_leadsNowhere() {
        assertThat(line.enter(GREETER)).isNull();
    }

    @Test
    void call_goesToTheTargetAndIsCounted() {
        Gate gate = new Gate();
        line.turnTo(target(gate, "first"));

        Switch.Entered entered = line.enter(GREETER);

        assertThat(entered.provider()).isEqualTo("first");
        assertThat(gate.callers()).containsExactly(Thread.currentThread());
        entered.close();
        assertThat(gate.callers()).isEmpty();
    }

    @Test
    void unknownProvider_isNotEntered() {
        Gate gate = new Gate();
        line.turnTo(target(gate, "first"));

        Switch.Entered entered = line.enter(new ServiceKey("acme.Greeter", "acme.chat.Rude"));

        assertThat(entered).isNull();
        assertThat(gate.callers()).isEmpty();
    }

    @Test
    void closedGate_isNotEntered() {
        Gate gate = new Gate();
        line.turnTo(target(gate, "first"));

        gate.close();

        assertThat(line.enter(GREETER)).isNull();
    }

    @Test
    void switchedOff_leadsNowhere() {
        line.turnTo(target(new Gate(), "first"));

        line.turnOff();

        assertThat(line.enter(GREETER)).isNull();
    }

    @Test
    @Timeout(120)
    void call_neverFailsWhileTurningBetweenOpenTargets() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        line.turnTo(target(new Gate(), "first"));
        ExecutorService callers = Executors.newFixedThreadPool(3);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            running.add(callers.submit(() -> {
                while (!over.get()) {
                    try (Switch.Entered entered = line.enter(GREETER)) {
                        (entered == null ? refused : calls).incrementAndGet();
                    }
                }
            }));
        }

        Gate old = new Gate();
        line.turnTo(target(old, "first"));
        for (int turn = 0; turn < 5_000; turn++) {
            Gate next = new Gate();
            line.turnTo(target(next, "next"));
            old.close();
            assertThat(old.awaitQuiet(Deadline.in(Duration.ofMinutes(1)))).isTrue();
            old = next;
        }
        over.set(true);
        for (Future<?> ended : running) {
            ended.get();
        }
        callers.shutdown();

        assertThat(refused).hasValue(0);
        assertThat(calls).hasPositiveValue();
    }

    private static Targets target(Gate gate, String provider) {
        return new Targets(gate, Map.of(GREETER, provider));
    }
}
