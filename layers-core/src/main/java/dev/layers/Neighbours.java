package dev.layers;

import java.util.Optional;

/** The live generations that a module may stand on. */
interface Neighbours {
    /** Returns the generation of {@code module}, if there is one. */
    Optional<? extends Neighbour> find(String module);

    /** Returns no neighbours. */
    static Neighbours none() {
        return module -> Optional.empty();
    }
}
