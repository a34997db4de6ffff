package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Packages that more than one module has. All modules share one loader, so that hidden ones count too. */
final class PackageRules {
    private final Case checked;
    private final List<OwnModule> modules;

    PackageRules(Case checked) {
        this.checked = checked;
        this.modules = checked.own().all().stream()
                .filter(module -> !checked.isBundledContract(module))
                .toList();
    }

    void check(List<Reads> reads, Consumer<Finding> findings) {
        checkOwn(findings);
        checkJdk(findings);
        Overlap overlap = new Overlap(checked, modules);
        if (!overlap.isEmpty() || checked.host().isAmbiguous()) {
            overlap.check(reads, findings);
        }
    }

    private void checkOwn(Consumer<Finding> findings) {
        Map<String, OwnModule> first = new HashMap<>();
        for (OwnModule module : modules) {
            Map<OwnModule, Set<String>> shared = new LinkedHashMap<>();
            for (String name : module.packages()) {
                OwnModule other = first.putIfAbsent(name, module);
                if (other != null && checked.host().contractWith(name).isEmpty()) {
                    shared.computeIfAbsent(other, key -> new TreeSet<>()).add(name);
                }
            }
            shared.forEach((other, names) -> findings.accept(split(other, module, names)));
        }
    }

    private void checkJdk(Consumer<Finding> findings) {
        for (OwnModule module : modules) {
            SortedSet<String> names = new TreeSet<>();
            for (String name : module.packages()) {
                if (name.equals("java") || name.startsWith("java.")) {
                    names.add(name);
                }
            }
            if (!names.isEmpty()) {
                findings.accept(Rule.PACKAGE_OF_JDK.at(module.where(), "contains " + Names.packages(names)));
            }
        }
    }

    private static Finding split(OwnModule one, OwnModule other, Set<String> names) {
        return Rule.PACKAGE_SPLIT.at(
                other.where(), "both '" + one.file() + "' and '" + other.file() + "' contain " + Names.packages(names));
    }
}
