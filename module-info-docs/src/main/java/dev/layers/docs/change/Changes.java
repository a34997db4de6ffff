package dev.layers.docs.change;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is not as it was, by module, what breaks first. */
public record Changes(SortedSet<Change> changes) {
    /**
     * Compares releases.
     *
     * @throws ChangeException if the types of a release cannot be compared
     */
    public static Changes between(Release old, Release now) throws ChangeException {
        SortedSet<Change> changes = new TreeSet<>();
        changes.addAll(modules(old.modules(), now.modules()));
        changes.addAll(TypeChanges.between(old, now));
        return new Changes(changes);
    }

    public boolean areBreaking() {
        return changes.stream().anyMatch(Change::isBreaking);
    }

    private static SortedSet<Change> modules(ModuleSet old, ModuleSet now) {
        TreeMap<String, DocumentedModule> before = byName(old);
        TreeMap<String, DocumentedModule> after = byName(now);
        SortedSet<Change> changes = new TreeSet<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream()).forEach(name -> {
            Optional<DocumentedModule> was = Optional.ofNullable(before.get(name));
            Optional<DocumentedModule> is = Optional.ofNullable(after.get(name));
            if (is.isEmpty()) {
                changes.add(Change.breaking(name, "module", "removed", Party.CALLERS));
            } else if (was.isEmpty()) {
                changes.add(Change.harmless(name, "module", "added"));
            } else {
                changes.addAll(new DescriptorChanges(was.get(), is.get(), now).changes());
            }
        });
        return changes;
    }

    private static TreeMap<String, DocumentedModule> byName(ModuleSet modules) {
        TreeMap<String, DocumentedModule> byName = new TreeMap<>();
        modules.modules().forEach(module -> byName.put(module.name(), module));
        return byName;
    }
}
