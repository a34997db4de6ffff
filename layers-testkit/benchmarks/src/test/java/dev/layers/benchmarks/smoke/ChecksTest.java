package dev.layers.benchmarks.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.benchmarks.Bound;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void allKept_isKept() {
        assertThat(checks(found("set", 1), found("calls", 2)).areKept(LONG)).isTrue();
        assertThat(printed()).isEqualTo("""
                kept      ratio: set: found 1.00, wanted at most 2.00
                kept      ratio: calls: found 2.00, wanted at most 2.00
                """);
    }

    @Test
    void exceededOnce_isMeasuredOnceMore() {
        assertThat(checks(found("set", 3, 1)).areKept(LONG)).isTrue();
        assertThat(printed()).isEqualTo("""
                exceeded  ratio: set: found 3.00, wanted at most 2.00
                kept      ratio: set: found 1.00, wanted at most 2.00
                """);
    }

    @Test
    void exceededTwice_isNotKept() {
        assertThat(checks(found("set", 3, 4), found("calls", 1)).areKept(LONG)).isFalse();
        assertThat(printed())
                .contains("found 4.00", "'set' exceeds its bounds twice in turn", "kept      ratio: calls");
    }

    @Test
    void noNumber_isNotKept() {
        assertThat(checks(found("set", Double.NaN, Double.POSITIVE_INFINITY)).areKept(LONG))
                .isFalse();
        assertThat(printed())
                .contains("unknown   ratio: set: found NaN", "unknown   ratio: set: found Infinity", "twice in turn");
    }

    @Test
    void timeThatIsUp_tellsWhatWasMeasured() {
        CountDownLatch never = new CountDownLatch(1);
        Check waiting = new Check("reload", () -> {
            never.await();
            return List.of();
        });

        boolean areKept = checks(found("set", 1), found("unload", 3, 3), waiting, found("calls", 1))
                .areKept(Duration.ofSeconds(1));

        assertThat(areKept).isFalse();
        assertThat(printed())
                .endsWith("Not all was measured within 1 s; kept: [set], exceeded: [unload], not measured to the end:"
                        + " [reload, calls]: the machine is too busy, or something waits; run it again alone\n");
        never.countDown();
    }

    @Test
    void failureOnce_isMeasuredOnceMore() {
        Iterator<Boolean> fails = List.of(true, false).iterator();
        Check failing = new Check("set", () -> {
            if (fails.next()) {
                throw new IllegalStateException("Not all were collected");
            }
            return List.of(Bound.ratio("set", 2, 1));
        });

        assertThat(checks(failing).areKept(LONG)).isTrue();
        assertThat(printed()).isEqualTo("""
                failed    set: Not all were collected
                kept      ratio: set: found 1.00, wanted at most 2.00
                """);
    }

    @Test
    void failure_isTold() {
        Check failing = new Check("set", () -> {
            throw new IllegalStateException("Wrong answer");
        });

        assertThat(checks(failing).areKept(LONG)).isFalse();
        assertThat(printed())
                .contains("java.lang.IllegalStateException: Wrong answer")
                .endsWith("Nothing more was measured; kept: [], exceeded: [], not measured to the end: [set]\n");
    }

    private Checks checks(Check... checks) {
        return new Checks(List.of(checks), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static Check found(String name, double... attempts) {
        Iterator<Double> each = Arrays.stream(attempts).iterator();
        return new Check(name, () -> List.of(Bound.ratio(name, 2, each.next())));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
