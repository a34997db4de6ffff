package dev.layers.internal.cause;

import java.util.Optional;

/** A kind of cause: knows its paths. */
@FunctionalInterface
interface Kind {
    /** Returns what {@code way} means, if it is of this kind. */
    Optional<Cause> of(Way way);
}
