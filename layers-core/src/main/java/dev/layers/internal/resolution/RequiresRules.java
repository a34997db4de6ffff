package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is required: it is there, and may be required. */
final class RequiresRules {
    private final Case checked;
    /** The modules that somebody cannot do without and that are nowhere. */
    private final Map<OwnModule, SortedSet<String>> missing = new HashMap<>();

    RequiresRules(Case checked) {
        this.checked = checked;
        for (OwnModule module : checked.own().all()) {
            for (Requires requires : module.descriptor().requires()) {
                if (isMissing(requires)) {
                    missing.computeIfAbsent(module, first -> new TreeSet<>()).add(requires.name());
                }
            }
        }
        // what the manifest of plain jars says counts for the module itself: the jars say nothing
        checked.demanded()
                .filter(name -> !checked.isThere(name))
                .forEach(name -> missing.computeIfAbsent(checked.own().main(), first -> new TreeSet<>())
                        .add(name));
    }

    /** Returns whether what {@code module} reads can be known. */
    boolean isComplete(OwnModule module) {
        return !missing.containsKey(module);
    }

    void check(Consumer<Finding> findings) {
        Set<String> notStarted = new TreeSet<>();
        missing.values().forEach(notStarted::addAll);
        notStarted.removeIf(name -> !checked.host().isInImage(name));
        for (OwnModule module : checked.own().all()) {
            if (!isComplete(module)) {
                checkPresent(module, notStarted, findings);
            }
            checkAllowed(module, findings);
        }
    }

    private boolean isMissing(Requires requires) {
        return !requires.modifiers().contains(Requires.Modifier.STATIC) && !checked.isThere(requires.name());
    }

    private SortedSet<String> missing(OwnModule module) {
        return missing.getOrDefault(module, new TreeSet<>());
    }

    private void checkPresent(OwnModule module, Set<String> notStarted, Consumer<Finding> findings) {
        List<String> startable =
                missing(module).stream().filter(notStarted::contains).toList();
        missing(module).stream()
                .filter(name -> !notStarted.contains(name))
                .map(name ->
                        Rule.REQUIRED_MISSING.at(module.where(), "requires '" + name + "', " + absence(name), name))
                .forEach(findings);
        if (!startable.isEmpty()) {
            findings.accept(Rule.REQUIRED_NOT_STARTED.at(
                    module.where(),
                    "requires " + Names.all(startable) + ", without which the host was started",
                    Names.all(startable),
                    String.join(",", notStarted)));
        }
    }

    private String absence(String name) {
        return checked.host()
                .keeper(name)
                .map(keeper -> "which module '" + keeper + "' has as a private library alone")
                .orElse("and no module of that name is loaded");
    }

    private void checkAllowed(OwnModule module, Consumer<Finding> findings) {
        checked.terms().allowedRequires().ifPresent(allowed -> {
            if (module.isPlainJar()) {
                findings.accept(Rule.AUTOMATIC_REFUSED.at(module.where(), "a plain jar, which reads every module"));
            } else {
                refused(module, allowed)
                        .map(name -> Rule.REQUIRES_REFUSED.at(
                                module.where(),
                                "requires '" + name + "'",
                                Names.all(allowed.isEmpty() ? Set.of("java.base") : new TreeSet<>(allowed))))
                        .forEach(findings);
            }
        });
    }

    /** What is missing is told as that: once it is brought along, it may be required. */
    private Stream<String> refused(OwnModule module, Set<String> allowed) {
        return module.descriptor().requires().stream()
                .filter(this::isThere)
                .map(Requires::name)
                .filter(name -> !name.equals("java.base")
                        && !allowed.contains(name)
                        && !checked.own().contains(name)
                        && !checked.host().isStoodOn(name)
                        && checked.host().contract(name).isEmpty())
                .sorted();
    }

    /** An optional module is read only where it runs; of others it is enough that the host could be started with them. */
    private boolean isThere(Requires requires) {
        return checked.host().contains(requires.name())
                || (!requires.modifiers().contains(Requires.Modifier.STATIC)
                        && checked.host().isInImage(requires.name()));
    }
}
