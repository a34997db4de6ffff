package dev.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one module when several were changed.
 *
 * @param kind what was done, or was to be done
 * @param module its name
 * @param generation what serves of it now
 * @param failure why it was not done
 * @param unloads the reports on what was unloaded of it
 */
record Outcome(
        Change.Kind kind,
        String module,
        Optional<GenerationName> generation,
        Optional<LayerException> failure,
        List<UnloadReport> unloads) {
    /** Returns this with the reports of what was done to the module before. */
    Outcome after(Outcome earlier) {
        List<UnloadReport> all =
                Stream.concat(earlier.unloads.stream(), unloads.stream()).toList();
        return new Outcome(kind, module, generation, failure, all);
    }
}
