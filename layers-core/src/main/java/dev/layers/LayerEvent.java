package dev.layers;

import java.time.Duration;

/**
 * Something that happened to a module. Events hold text, numbers and durations, so they can be kept for ever.
 *
 * @since 0.1
 */
public sealed interface LayerEvent {
    /**
     * The first generation of a module serves; of later ones {@link Reloaded} tells.
     *
     * @param generation what was loaded
     * @param artifact where it was read from
     * @param digest SHA-256 of what was read
     * @param took how long it took
     * @since 0.1
     */
    record Loaded(GenerationName generation, String artifact, String digest, Duration took) implements LayerEvent {}

    /**
     * An artifact was refused or its module did not start.
     *
     * @param artifact where it was read from
     * @param reason the message of the exception
     * @since 0.1
     */
    record LoadFailed(String artifact, String reason) implements LayerEvent {}

    /**
     * A generation that was made in vain is being let go: its load failed, or it could not take over.
     *
     * @param report what letting it go came to
     * @since 0.1
     */
    record Discarded(UnloadReport report) implements LayerEvent {}

    /**
     * Calls go to another generation from now on. A reload that is refused tells it twice: there and back.
     *
     * @param from the generation that served
     * @param to the generation that serves
     * @since 0.1
     */
    record Reloaded(GenerationName from, GenerationName to) implements LayerEvent {}

    /**
     * A step of an unload begins.
     *
     * @param generation what is being unloaded
     * @param step the step
     * @since 0.1
     */
    record StepStarted(GenerationName generation, UnloadStep step) implements LayerEvent {}

    /**
     * A step of an unload has waited for a second, or one more.
     *
     * @param generation what is being unloaded
     * @param step the step
     * @param waited how long the step has waited
     * @param what what it waits for
     * @since 0.1
     */
    record Waiting(GenerationName generation, UnloadStep step, Duration waited, String what) implements LayerEvent {}

    /**
     * An unload has come to its end or was refused; the verdict may be pending.
     *
     * @param report what the unload came to
     * @since 0.1
     */
    record Unloaded(UnloadReport report) implements LayerEvent {}

    /**
     * It is known whether the JVM let a generation go.
     *
     * @param generation what was unloaded
     * @param verdict what is known
     * @since 0.1
     */
    record Judged(GenerationName generation, Verdict verdict) implements LayerEvent {}

    /**
     * A manager or the handle of a module became unreachable without having been closed or unloaded.
     *
     * @param what which one, and what to do
     * @since 0.1
     */
    record Dropped(String what) implements LayerEvent {}
}
