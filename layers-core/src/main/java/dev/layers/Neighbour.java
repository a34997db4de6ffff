package dev.layers;

import dev.layers.internal.layer.ModuleCode;

/** What another module may stand on. */
interface Neighbour {
    GenerationName name();

    /** Returns what it stands on itself. */
    Footing footing();

    /** Returns its code, as long as it is not released. */
    ModuleCode code();
}
