package dev.layers;

import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an unload did, and what the JVM made of it.
 *
 * <p>A report holds text, numbers and durations, so it can be kept for ever.
 *
 * @param generation what was unloaded
 * @param origin where it was read from, with its digest and signers
 * @param reason why
 * @param outcome whether the generation was released
 * @param steps the steps that were run, in their order
 * @param notes what the unload could not promise, a sentence each: which services were handed out direct, see {@link
 *     Boundary#DIRECT}. They are no findings
 * @param verdict completes when it is known whether the JVM let the generation go; of a refused unload it says that the
 *     generation still serves, of a stopped one that it was not released
 * @param collected completes when the JVM has let the generation go, with the verdict or later: what holds a retained one
 *     may end by itself, and what was unconfirmed may meet its collection. It is cancelled when nobody looks any longer,
 *     because the manager was closed or the generation was not released
 * @since 0.1
 */
public record UnloadReport(
        GenerationName generation,
        Origin origin,
        UnloadReason reason,
        Outcome outcome,
        List<StepReport> steps,
        List<String> notes,
        CompletableFuture<Verdict> verdict,
        CompletableFuture<Verdict.Collected> collected) {

    /**
     * Whether an unload came to its end.
     *
     * @since 0.1
     */
    public enum Outcome {
        /** Every step was run. */
        RELEASED,
        /**
         * A hook did not end in time, and the policy said {@link OverdueHooks#STOP}; the generation takes no calls, and the
         * unload can be asked for again.
         */
        STOPPED,
        /** Calls were still running; the generation serves on and the unload can be asked for again. */
        REFUSED
    }

    /** Checks the components. */
    public UnloadReport {
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(outcome, "outcome");
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(collected, "collected");
    }

    /**
     * Returns the verdict to come. While it is pending there is none; under {@link CollectionPolicy#passive()} that may
     * be for long. Completing or cancelling the returned future changes nothing here. To ask now and then, use
     * {@link #await} with a zero duration.
     *
     * @return a future that completes normally
     */
    @Override
    public CompletableFuture<Verdict> verdict() {
        return verdict.copy();
    }

    /**
     * Returns the collection to come. Completing or cancelling the returned future changes nothing here.
     *
     * @return a future that completes when the JVM has let the generation go, and is cancelled when nobody looks any longer
     */
    @Override
    public CompletableFuture<Verdict.Collected> collected() {
        return Watched.follower(collected);
    }

    /**
     * Returns what is known now.
     *
     * @return the verdict, or that the generation was collected after it; empty if the verdict is pending
     */
    public Optional<Verdict> known() {
        return isCollected() ? Optional.of(collected.join()) : Optional.ofNullable(verdict.getNow(null));
    }

    /** Returns the same, of an unload for another {@code reason}. */
    UnloadReport because(UnloadReason other) {
        return new UnloadReport(generation, origin, other, outcome, steps, notes, verdict, collected);
    }

    private boolean isCollected() {
        return collected.isDone() && !collected.isCompletedExceptionally();
    }

    /**
     * Waits for the verdict.
     *
     * @param limit the longest wait
     * @return what is known then, see {@link #known}; empty if the verdict is still pending
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Optional<Verdict> await(Duration limit) throws InterruptedException {
        try {
            Verdict first = verdict.get(Deadline.in(limit).remaining().toNanos(), TimeUnit.NANOSECONDS);
            return isCollected() ? known() : Optional.of(first);
        } catch (TimeoutException pending) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The verdict of '" + generation + "' failed", impossible);
        }
    }

    /**
     * Returns whether the generation is known to be collected and left nothing behind.
     *
     * @return false also while the verdict is pending; what was retained may be clean later
     */
    public boolean isClean() {
        return known().filter(Verdict.Collected.class::isInstance).isPresent()
                && findings().isEmpty();
    }

    /**
     * Returns what went wrong or was left behind, in the order of the steps.
     *
     * @return a sentence each
     */
    public List<String> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }

    /**
     * Returns what the module had left with the JVM and is gone now, in the order of the steps.
     *
     * @return a sentence each
     */
    public List<String> undone() {
        return steps.stream().flatMap(step -> step.undone().stream()).toList();
    }

    /**
     * Returns the report as lines of text: outcome, the begin of the digest if there is one, and verdict first, then a line for each step and
     * each note, then what holds a generation that was retained: paths, causes and advice.
     *
     * @return lines joined by {@code \n}
     */
    public String text() {
        Optional<Verdict> known = known();
        Stream<String> below = Stream.concat(
                Stream.concat(steps.stream(), notes.stream()).map(String::valueOf),
                known.stream().flatMap(UnloadReport::held));
        return below.map(line -> "\n  " + line)
                .collect(Collectors.joining(
                        "", head() + known.map(Verdict::toString).orElse("verdict pending"), ""));
    }

    private static Stream<String> held(Verdict known) {
        return known instanceof Verdict.Retained retained
                ? retained.retention().text().lines()
                : Stream.empty();
    }

    private String head() {
        String what = switch (outcome) {
            case RELEASED -> " unloaded";
            case STOPPED -> " is half unloaded";
            case REFUSED -> " serves on";
        };
        String bytes = origin.digest().isEmpty() ? "linked" : "sha256 " + origin.shortDigest();
        return generation + what + " (" + reason + ", " + bytes + "): ";
    }

    @Override
    public String toString() {
        return text();
    }
}
