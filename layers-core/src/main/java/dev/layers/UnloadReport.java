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
 * @since 0.1
 */
public record UnloadReport(
        GenerationName generation,
        Origin origin,
        UnloadReason reason,
        Outcome outcome,
        List<StepReport> steps,
        List<String> notes,
        CompletableFuture<Verdict> verdict) {

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
    }

    /**
     * Returns the verdict to come. While it is pending there is none; under {@link CollectionPolicy#passive()} that may
     * be for long. Completing or cancelling the returned future changes nothing here. To ask now and then, use {@link #await} with a zero
     * duration.
     *
     * @return a future that completes normally
     */
    @Override
    public CompletableFuture<Verdict> verdict() {
        return verdict.copy();
    }

    /**
     * Waits for the verdict.
     *
     * @param limit the longest wait
     * @return the verdict, or empty if it is still pending
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Optional<Verdict> await(Duration limit) throws InterruptedException {
        try {
            return Optional.of(verdict.get(Deadline.in(limit).remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException pending) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("The verdict of '" + generation + "' failed", impossible);
        }
    }

    /**
     * Returns whether the generation is known to be collected and left nothing behind.
     *
     * @return false also while the verdict is pending
     */
    public boolean isClean() {
        return verdict.getNow(null) instanceof Verdict.Collected && findings().isEmpty();
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
     * Returns the report as lines of text: outcome, the begin of the digest and verdict first, then a line for each step and
     * each note.
     *
     * @return lines joined by {@code \n}
     */
    public String text() {
        Verdict known = verdict.getNow(null);
        return Stream.concat(steps.stream(), notes.stream())
                .map(line -> "\n  " + line)
                .collect(Collectors.joining("", head() + (known == null ? "verdict pending" : known), ""));
    }

    private String head() {
        String what = switch (outcome) {
            case RELEASED -> " unloaded";
            case STOPPED -> " is half unloaded";
            case REFUSED -> " serves on";
        };
        return generation + what + " (" + reason + ", sha256 " + origin.shortDigest() + "): ";
    }

    @Override
    public String toString() {
        return text();
    }
}
