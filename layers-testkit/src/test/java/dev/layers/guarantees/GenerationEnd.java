package dev.layers.guarantees;

import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import java.util.function.Function;

/** How a generation goes. */
enum GenerationEnd {
    UNLOAD(LoadedModule::unload),
    RELOAD(LoadedModule::reload);

    private final Function<LoadedModule, UnloadReport> way;

    GenerationEnd(Function<LoadedModule, UnloadReport> way) {
        this.way = way;
    }

    /** Ends the generation that serves. */
    UnloadReport of(LoadedModule module) {
        return way.apply(module);
    }
}
