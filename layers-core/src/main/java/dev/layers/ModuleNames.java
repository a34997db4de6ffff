package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The modules of one manager by name: one that loads has claimed its name, one that is loaded holds it. */
final class ModuleNames implements Neighbours {
    /** In the order of loading; guarded by this, like the flag. A name that is only claimed maps to empty. */
    private final Map<String, Optional<LiveModule>> modules = new LinkedHashMap<>();

    /** Who has claimed the names that are only claimed; guarded by this. */
    private final Map<String, Claim> claims = new HashMap<>();

    private final GenerationNumbers numbers = new GenerationNumbers();
    private boolean closed;

    /** One that loads modules: what it claims nobody else settles, or gives back. */
    static final class Claim {}

    /** Returns the name of the next generation of {@code module}. */
    GenerationName next(String module) {
        return numbers.next(module);
    }

    synchronized Optional<LiveModule> module(String name) {
        return modules.getOrDefault(name, Optional.empty());
    }

    synchronized List<LiveModule> all() {
        return modules.values().stream().flatMap(Optional::stream).toList();
    }

    /** Returns the generation of {@code module} that serves. */
    @Override
    public Optional<Generation> find(String module) {
        return module(module).flatMap(LiveModule::serving);
    }

    /** Returns what the loaded modules stand on, in the order of loading. */
    DependencyGraph standing() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        all().forEach(module -> needs.put(module.name(), module.served().needs()));
        return DependencyGraph.of(needs);
    }

    /** Returns the loaded ones of {@code names} and all that stands on them, directly or not. */
    Set<String> withDependents(Collection<String> names) {
        Set<String> loaded =
                names.stream().filter(name -> module(name).isPresent()).collect(Collectors.toSet());
        // on most modules nothing stands, and a graph for each of many takes as long as loading them
        return loaded.size() < 2 && !isAnyStandingOn(loaded)
                ? loaded
                : standing().withDependents(names);
    }

    private synchronized boolean isAnyStandingOn(Set<String> names) {
        for (Optional<LiveModule> module : names.isEmpty() ? List.<Optional<LiveModule>>of() : modules.values()) {
            if (module.isPresent()
                    && !Collections.disjoint(module.get().served().needs(), names)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the loaded ones of {@code names}, in that order. */
    List<LiveModule> modules(Collection<String> names) {
        return names.stream().flatMap(name -> module(name).stream()).toList();
    }

    @SuppressWarnings("ReferenceEquality") // a claim is what it is
    synchronized boolean isClaimed(String name, Claim claim) {
        return claims.get(name) == claim;
    }

    /** Claims the name of {@code draft} for {@code claim}, which may have it, until it is settled or given back. */
    synchronized void claim(Draft draft, Claim claim) {
        requireOpen();
        if (isClaimed(draft.module(), claim)) {
            return;
        }
        holder(draft.module()).ifPresent(found -> {
            throw ModuleWording.nameTaken(draft, found);
        });
        modules.put(draft.module(), Optional.empty());
        claims.put(draft.module(), claim);
    }

    /** Says who holds a name. */
    synchronized Optional<String> holder(String name) {
        Optional<LiveModule> other = modules.get(name);
        return other == null
                ? Optional.empty()
                : Optional.of(other.map(module -> "'" + module.status().generation() + "' from "
                                + module.status().origin().artifact() + " is loaded")
                        .orElse("another load of it is under way"));
    }

    /** Gives the names back that are only claimed by {@code claim}. */
    @SuppressWarnings("ReferenceEquality") // a claim is what it is
    synchronized void giveBack(Claim claim) {
        claims.entrySet()
                .removeIf(entry -> entry.getValue() == claim && modules.remove(entry.getKey(), Optional.empty()));
    }

    /** Turns claims of {@code claim} into modules; returns whether they may stay. */
    @SuppressWarnings("ReferenceEquality") // a claim is what it is
    synchronized boolean settle(List<LiveModule> loaded, Claim claim) {
        for (LiveModule module : closed ? List.<LiveModule>of() : loaded) {
            if (claims.get(module.name()) != claim) {
                throw new IllegalStateException("Name '" + module.name() + "' is not claimed by who settles it");
            }
            claims.remove(module.name());
            modules.put(module.name(), Optional.of(module));
        }
        return !closed;
    }

    /** Returns whether {@code module} is the one that is loaded under its name. */
    @SuppressWarnings("ReferenceEquality") // a module is what it is
    boolean isHeldBy(LiveModule module) {
        return module(module.name()).filter(loaded -> loaded == module).isPresent();
    }

    synchronized void remove(LiveModule module) {
        modules.remove(module.name(), Optional.of(module));
    }

    synchronized void shut() {
        closed = true;
    }

    synchronized void requireOpen() {
        if (closed) {
            throw closed();
        }
    }

    /** Returns what a load gets when everything is being unloaded. */
    static IllegalStateException closed() {
        return new IllegalStateException("The manager is closed and loads nothing more; build another");
    }
}
