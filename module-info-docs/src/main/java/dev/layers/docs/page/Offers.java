package dev.layers.docs.page;

import dev.layers.docs.model.DocumentedModule;
import java.util.ArrayList;
import java.util.List;

/** What a module has for others, in a phrase, where nobody wrote one. */
final class Offers {
    private Offers() {}

    static String of(DocumentedModule module) {
        List<String> parts = new ArrayList<>();
        if (!module.exports().isEmpty()) {
            parts.add("exports " + Counted.of(module.exports().size(), "package"));
        }
        if (!module.provides().isEmpty()) {
            parts.add("provides " + Counted.of(module.provides().size(), "service"));
        }
        if (!module.uses().isEmpty()) {
            parts.add("uses " + Counted.of(module.uses().size(), "service"));
        }
        if (module.mainClass().isPresent()) {
            parts.add("can be run");
        }
        return parts.isEmpty()
                ? "requires " + Counted.of(module.requires().size(), "module")
                : String.join(", ", parts);
    }
}
