package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.collect.Probe;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.time.Deadline;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JudgeIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicReference<Object> holder = new AtomicReference<>(new Object());

    @Test
    void whatGoesWhileTheHeapIsExamined_isCollectedOnlyThen() throws Exception {
        Examination examination = (numbers, listener) -> {
            new CompletableFuture<Boolean>()
                    .completeOnTimeout(true, 3, TimeUnit.SECONDS)
                    .join();
            return numbers.stream()
                    .collect(Collectors.toMap(
                            number -> number, number -> new Holding(Holding.Kind.COLLECTED, List.of(), false)));
        };

        try (Judge judge = judge(examination)) {
            Deadline dropped = Deadline.in(LONG);
            Verdict verdict =
                    judge.judge(List.of(new WeakReference<>(holder.get()))).get(2, TimeUnit.MINUTES);

            assertThat(verdict).isInstanceOf(Verdict.Collected.class);
            assertThat(verdict.after())
                    .as("two seconds of watching and three of examining")
                    .isBetween(Duration.ofSeconds(5), dropped.elapsed());
        }
    }

    private static Judge judge(Examination examination) {
        Explanations.Owner owner = new Explanations.Owner("judge", "the judge was closed");
        return new Judge(
                new Probe("judge probe", owner.closing()),
                CollectionPolicy.request(LONG),
                Explanations.by(examination, owner, LONG, (generations, stage, percent) -> {}));
    }
}
