package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Modules that require each other, optionally too. */
final class CycleRule {
    private final OwnModules own;
    private final Set<OwnModule> visited = new HashSet<>();
    private final List<OwnModule> path = new ArrayList<>();

    CycleRule(Case checked) {
        this.own = checked.own();
    }

    void check(Consumer<Finding> findings) {
        if (own.all().size() > 1) {
            own.all().forEach(module -> visit(module, findings));
        }
    }

    private void visit(OwnModule module, Consumer<Finding> findings) {
        int start = path.indexOf(module);
        if (start >= 0) {
            findings.accept(finding(path.subList(start, path.size())));
        } else if (visited.add(module)) {
            path.add(module);
            required(module).forEach(next -> visit(next, findings));
            path.remove(path.size() - 1);
        }
    }

    private List<OwnModule> required(OwnModule module) {
        return module.descriptor().requires().stream()
                .map(Requires::name)
                .map(own::module)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(OwnModule::name))
                .toList();
    }

    private static Finding finding(List<OwnModule> cycle) {
        List<String> names = new ArrayList<>(cycle.stream().map(OwnModule::name).toList());
        names.add(names.get(0));
        return Rule.REQUIRES_CYCLE.at(cycle.get(0).where(), "requires itself: " + String.join(" -> ", names));
    }
}
