package dev.layers;

import dev.layers.internal.boundary.Wording;
import dev.layers.preflight.Origin;

/** What the boundary of one generation says, in the exceptions and events of the API. */
final class BoundaryWording implements Wording {
    private final Environment environment;
    private final GenerationName generation;
    private final Origin origin;
    private final String code;

    /** Speaks for a generation whose code no other live one shares the name {@code code} with. */
    BoundaryWording(Environment environment, GenerationName generation, Origin origin, String code) {
        this.environment = environment;
        this.generation = generation;
        this.origin = origin;
        this.code = code;
    }

    String name() {
        return generation.toString();
    }

    String code() {
        return code;
    }

    @Override
    public RuntimeException unloaded(String what) {
        return new ModuleUnloadedException("Module '" + generation + "' is unloaded or being unloaded; '" + what
                + "' takes no calls, let go of it");
    }

    @Override
    public RuntimeException refused(String message) {
        return new ValueRefusedException("Module '" + generation + "': " + message);
    }

    @Override
    public void warn(String message) {
        String what = "Module '" + generation + "': " + message;
        environment.announcer().warn(new LayerEvent.Passed(generation, origin, what), what);
    }

    @Override
    public Throwable copy(Throwable thrown) {
        return environment.contract().boundary().copies().copy(thrown);
    }
}
