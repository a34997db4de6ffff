package dev.layers.docs.contract;

import java.util.List;
import java.util.Optional;

/**
 * Whether a module fits the contract that is there.
 *
 * @param module its name
 * @param compiledAgainst the version of the contract that it was compiled against, if its descriptor says so
 * @param missing what it calls or has to implement and what is not there: phrases
 */
public record Fit(String module, Optional<String> compiledAgainst, Verdict verdict, List<String> missing) {
    /** What was found. */
    public enum Verdict {
        /** All that it links to is there, and it implements all that it has to. */
        COMPATIBLE,
        INCOMPATIBLE,
        /** Nothing is known of its classes, or of those of the contract. */
        UNKNOWN
    }
}
