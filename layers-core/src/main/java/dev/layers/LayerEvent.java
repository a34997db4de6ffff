package dev.layers;

import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a module. Events hold text, numbers and durations, so they can be kept for ever.
 *
 * @since 0.1
 */
public sealed interface LayerEvent {
    /**
     * Something that happened to an artifact, or to a generation that was made of it.
     *
     * @since 0.1
     */
    sealed interface OfArtifact extends LayerEvent {
        /**
         * Returns where it was read from, with its digest and signers.
         *
         * @return the origin
         */
        Origin origin();
    }

    /**
     * The first generation of a module serves; of later ones {@link Reloaded} tells.
     *
     * @param generation what was loaded
     * @param origin where it was read from
     * @param took how long it took
     * @since 0.1
     */
    record Loaded(GenerationName generation, Origin origin, Duration took) implements OfArtifact {}

    /**
     * An artifact was refused, its module did not start, or it could not take over since a call still runs.
     *
     * @param origin where it was read from; its digest is empty if it could not be read
     * @param reason the message of the exception
     * @param refusal what was found, if it was refused before any code of it had run
     * @since 0.1
     */
    record LoadFailed(Origin origin, String reason, Optional<PreflightReport> refusal) implements OfArtifact {}

    /**
     * A generation that was made in vain is being let go: its load failed, or it could not take over.
     *
     * @param report what letting it go came to
     * @since 0.1
     */
    record Discarded(UnloadReport report) implements OfArtifact {
        @Override
        public Origin origin() {
            return report.origin();
        }
    }

    /**
     * Calls go to another generation from now on. A reload that is refused tells it twice: there and back.
     *
     * @param from the generation that served
     * @param to the generation that serves
     * @param origin where the generation that serves was read from
     * @since 0.1
     */
    record Reloaded(GenerationName from, GenerationName to, Origin origin) implements OfArtifact {}

    /**
     * A step of an unload begins.
     *
     * @param generation what is being unloaded
     * @param origin where it was read from
     * @param step the step
     * @since 0.1
     */
    record StepStarted(GenerationName generation, Origin origin, UnloadStep step) implements OfArtifact {}

    /**
     * A step of an unload has waited for a second, or one more.
     *
     * @param generation what is being unloaded
     * @param origin where it was read from
     * @param step the step
     * @param waited how long the step has waited
     * @param what what it waits for
     * @since 0.1
     */
    record Waiting(GenerationName generation, Origin origin, UnloadStep step, Duration waited, String what)
            implements OfArtifact {}

    /**
     * An unload has come to its end or was refused; the verdict may be pending. Of a generation whose module went {@link
     * ModuleState#DOWN} it is told once more, when that is unloaded.
     *
     * @param report what the unload came to
     * @since 0.1
     */
    record Unloaded(UnloadReport report) implements OfArtifact {
        @Override
        public Origin origin() {
            return report.origin();
        }
    }

    /**
     * It is known whether the JVM let a generation go. Of one that was retained or unconfirmed, and collected later, both are
     * told.
     *
     * @param generation what was unloaded
     * @param origin where it was read from
     * @param verdict what is known
     * @since 0.1
     */
    record Judged(GenerationName generation, Origin origin, Verdict verdict) implements OfArtifact {}

    /**
     * What holds retained generations is being looked up, in one heap dump for all of them; told when a stage begins, and as
     * it goes on.
     *
     * @param generations how many generations wait for it
     * @param stage what is being done
     * @param percent how much of the stage is done, from 0 to 100
     * @since 0.1
     */
    record Examining(int generations, String stage, int percent) implements LayerEvent {}

    /**
     * Another generation of a module is loaded although the JVM did not let go as many as {@link GenerationPolicy} allows.
     *
     * @param module the name of the module
     * @param uncollected the unloaded generations that outlived collections
     * @param limit the number that is told of
     * @since 0.1
     */
    record TooManyGenerations(String module, List<GenerationName> uncollected, int limit) implements LayerEvent {
        /** Copies the list. */
        public TooManyGenerations {
            uncollected = List.copyOf(uncollected);
        }
    }

    /**
     * A value that has no way to cross the boundary passed as it is: the contract said {@link Boundary#WARN}.
     *
     * @param generation whose boundary it passed
     * @param origin where that was read from
     * @param what which value, where, and what to do
     * @since 0.1
     */
    record Passed(GenerationName generation, Origin origin, String what) implements OfArtifact {}

    /**
     * A reload under {@link ReloadOrder#STOP_FIRST} failed, and the bytes of the generation before serve again.
     *
     * @param from the generation that had been unloaded
     * @param to the generation that serves, of the same bytes
     * @param origin where those were read from
     * @param reason the message of the failure
     * @since 0.1
     */
    record RolledBack(GenerationName from, GenerationName to, Origin origin, String reason) implements OfArtifact {}

    /**
     * A reload under {@link ReloadOrder#STOP_FIRST} failed, the generation before did not start again either, and the module
     * takes no calls: it is {@link ModuleState#DOWN}.
     *
     * @param generation the generation that served last
     * @param origin where it was read from
     * @param reason what went wrong, both times
     * @since 0.1
     */
    record Fallen(GenerationName generation, Origin origin, String reason) implements OfArtifact {}

    /**
     * What a generation had to hand over did not come through, and its successor has started without it: without what all its
     * hooks gave, or what those gave that have no namesake there.
     *
     * @param from the generation that had it
     * @param origin where that was read from
     * @param reason what went wrong, where
     * @since 0.1
     */
    record StateLost(GenerationName from, Origin origin, String reason) implements OfArtifact {}

    /**
     * A module of a directory, or of a file of wanted modules, is about to be changed.
     *
     * @param change what is about to be done
     * @param deferred how long it is put off; zero if it is done now
     * @since 0.1
     */
    record Planned(Change change, Duration deferred) implements LayerEvent {}

    /**
     * A watched directory cannot be watched as it should; what is loaded of it serves on.
     *
     * @param directory the directory
     * @param reason what was found, and what to do
     * @since 0.1
     */
    record WatchTroubled(String directory, String reason) implements LayerEvent {}

    /**
     * A watched directory that was in trouble is watched again.
     *
     * @param directory the directory
     * @since 0.1
     */
    record WatchRecovered(String directory) implements LayerEvent {}

    /**
     * A manager or the handle of a module became unreachable without having been closed or unloaded.
     *
     * @param what which one, and what to do
     * @since 0.1
     */
    record Dropped(String what) implements LayerEvent {}
}
