package dev.layers;

import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import java.util.Optional;

/** What looking at an artifact came to. */
sealed interface Taken {
    Wanted wanted();

    /** It was read, and its bytes or its options are not those of a module that is loaded. */
    record Fresh(Wanted wanted, Draft draft) implements Taken {}

    /** It is loaded as it is wanted. */
    record Standing(Wanted wanted, LiveModule live) implements Taken {}

    /**
     * It cannot be loaded.
     *
     * @param module the name of its module, as far as that is known
     * @param reason what was found, wanted, and what to do
     * @param refusal what was found in it, if it was read
     * @param fault what would have to change
     */
    record Unfit(
            Wanted wanted,
            Optional<String> module,
            String reason,
            Origin origin,
            Optional<PreflightReport> refusal,
            Fault fault)
            implements Taken {
        /** Returns the same, which listeners know of. */
        Unfit told() {
            return new Unfit(wanted, module, reason, origin, refusal, Fault.KNOWN);
        }
    }

    /** What would have to change so that an artifact can be loaded. */
    enum Fault {
        /** Its bytes, or what is expected of them. */
        ARTIFACT,
        /** What it meets here. */
        SURROUNDINGS,
        /** Its bytes, and that was told before. */
        KNOWN
    }
}
