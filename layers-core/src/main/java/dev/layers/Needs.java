package dev.layers;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The names of other modules that a module stands on, if they are loaded. */
final class Needs {
    private Needs() {}

    /** Returns those without which it cannot be loaded. */
    static Set<String> strict(Draft draft) {
        return without(draft.needs(), draft.options());
    }

    /** Returns those too that it can do without. */
    static Set<String> all(Draft draft) {
        return draft.needs();
    }

    /** Returns those that it stands on now, and cannot do without. */
    static Set<String> strict(LiveModule live) {
        return without(all(live), Standings.draft(live).options());
    }

    /** Returns those that it stands on now. */
    static Set<String> all(LiveModule live) {
        return live.served().needs();
    }

    /** Returns a module that is not loaded because it {@code failed}, and without which {@code draft} cannot be. */
    static Optional<String> missing(Draft draft, Predicate<String> failed, ModuleRegistry registry) {
        return strict(draft).stream()
                .filter(failed)
                .filter(needed -> registry.find(needed).isEmpty())
                .sorted()
                .findFirst();
    }

    private static Set<String> without(Set<String> all, Set<String> options) {
        if (all.isEmpty()) {
            return Set.of();
        }
        Set<String> strict = new HashSet<>(all);
        strict.removeAll(options);
        return strict;
    }
}
