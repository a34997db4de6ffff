package dev.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a deployment says of modules that are not as they are wanted. */
final class DeploymentWording {
    static final String OPTIONS_CHANGED = "options changed";
    static final String WAS_DOWN = "no generation of it served";

    private DeploymentWording() {}

    /** Says what is wrong with what was read, if it is not what was to be expected. */
    static Optional<String> unexpected(Wanted wanted, Draft draft) {
        String where = wanted.source().artifact() + ": ";
        Optional<String> name = wanted.expected()
                .module()
                .filter(module -> !module.equals(draft.module()))
                .map(module -> where + "it holds module '" + draft.module() + "'; wanted '" + module
                        + "'; correct the name or the source");
        return name.or(() -> wanted.expected()
                .digest()
                .filter(digest -> !digest.equals(draft.origin().digest()))
                .map(digest -> where + "its sha256 is " + draft.origin().digest() + "; wanted " + digest
                        + "; put the artifact there that is wanted, or correct the digest"));
    }

    static String notOwn(ModuleStatus loaded, String what) {
        return "'" + loaded.generation() + "' from " + loaded.origin().artifact() + " (sha256 "
                + loaded.origin().shortDigest() + ") is loaded, and not by " + what
                + "; unload it first, or leave it out here";
    }

    static String adopted() {
        return "loaded otherwise";
    }

    static String twice(String module, List<Wanted> others) {
        return "module '" + module + "' is also in "
                + others.stream().map(Wanted::shown).collect(Collectors.joining(", "))
                + "; wanted one artifact of it; remove the others";
    }

    static String stillRequired(List<String> dependents) {
        return "it is not wanted any longer, and " + names(dependents) + " of those that stay "
                + (dependents.size() == 1 ? "requires" : "require") + " it; remove both, or keep it";
    }

    static String standsOn(List<String> causes) {
        return "stands on " + names(causes);
    }

    private static String names(List<String> modules) {
        return modules.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
