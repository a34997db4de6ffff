package dev.layers.internal.resolution;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A module and its private libraries, in the order of their names. */
final class OwnModules implements ModuleFinder {
    private final Map<String, OwnModule> modules = new TreeMap<>();
    private final OwnModule main;

    /** Takes {@code references}, one of which is called {@code main}. */
    OwnModules(String main, Collection<? extends ModuleReference> references) {
        references.forEach(reference -> modules.put(reference.descriptor().name(), new OwnModule(reference)));
        OwnModule named = modules.get(main);
        if (named == null) {
            throw new IllegalArgumentException("No module '" + main + "' in " + modules.keySet());
        }
        this.main = named;
    }

    OwnModule main() {
        return main;
    }

    Collection<OwnModule> all() {
        return modules.values();
    }

    Set<String> names() {
        return modules.keySet();
    }

    boolean contains(String name) {
        return modules.containsKey(name);
    }

    Optional<OwnModule> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    boolean hasPlainJar() {
        for (OwnModule module : all()) {
            if (module.isPlainJar()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of those with descriptors of ours. */
    Set<String> standIns() {
        return hasPlainJar()
                ? all().stream()
                        .filter(OwnModule::isStandIn)
                        .map(OwnModule::name)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    List<OwnModule> automatic() {
        return hasPlainJar() ? all().stream().filter(OwnModule::isAutomatic).toList() : List.of();
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return module(name).map(OwnModule::reference);
    }

    @Override
    public Set<ModuleReference> findAll() {
        return all().stream().map(OwnModule::reference).collect(Collectors.toSet());
    }
}
