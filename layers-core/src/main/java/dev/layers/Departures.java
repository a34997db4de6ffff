package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import dev.layers.module.UnloadReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Unloads modules, each before what it stands on. */
final class Departures {
    private final Environment environment;
    private final ModuleNames names;
    private final Changeovers changeovers;

    Departures(Environment environment, ModuleNames names, Changeovers changeovers) {
        this.environment = environment;
        this.names = names;
        this.changeovers = changeovers;
    }

    /** Unloads {@code module}, unless others stand on it; its name is free when that was not refused. */
    UnloadReport unload(LiveModule module, UnloadReason reason) {
        return module.unload(reason, () -> requireFree(module), () -> names.remove(module));
    }

    private void requireFree(LiveModule module) {
        List<GenerationName> users = names.isHeldBy(module)
                ? users(module).map(other -> other.served().name()).toList()
                : List.of();
        if (!users.isEmpty()) {
            throw ModuleWording.inUse(module.served().name(), users);
        }
    }

    private Stream<LiveModule> users(LiveModule module) {
        return names.all().stream().filter(other -> other.served().needs().contains(module.name()));
    }

    /** Unloads everything, last loaded first; what fails for one is thrown when all were tried. */
    List<UnloadReport> all(UnloadReason reason) {
        List<UnloadReport> reports = new ArrayList<>();
        LayerException failure = null;
        for (LiveModule module : reversed(names.all())) {
            try {
                reports.add(unload(module, reason));
            } catch (ModuleInUseException staying) {
                // what stands on it was refused, or failed, and says so
            } catch (LayerException busy) {
                failure = busy;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return reports;
    }

    /** Unloads {@code module} after all that stands on it; what can do without comes back without. */
    List<UnloadReport> withDependents(LiveModule module) {
        List<LiveModule> leaving = names.isHeldBy(module)
                ? names.modules(strictly().withDependents(Set.of(module.name())))
                : List.of(module);
        List<Outcome> outcomes = leave(leaving);
        outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
        return outcomes.stream()
                .filter(outcome -> outcome.kind() == Change.Kind.UNLOAD)
                .flatMap(outcome -> outcome.unloads().stream())
                .toList();
    }

    /**
     * Unloads {@code leaving}, but those on which others stand that stay; what can do without comes back without. What stands on
     * that is unloaded before; if one of those is refused, all that it stands on stays.
     */
    List<Outcome> leave(List<LiveModule> leaving) {
        List<Outcome> outcomes = new ArrayList<>();
        List<LiveModule> going = remaining(leaving, free(leaving), outcomes);
        Set<String> above = names.withDependents(comingBack(going));
        List<LiveModule> first =
                going.stream().filter(module -> above.contains(module.name())).toList();
        reversed(first).forEach(module -> outcomes.add(gone(module)));
        Set<String> kept = names.standing().withNeeds(nameList(held(first)));
        List<LiveModule> rest =
                held(going).stream().filter(module -> !first.contains(module)).toList();
        outcomes.addAll(leaveBare(remaining(
                rest,
                rest.stream().filter(module -> !kept.contains(module.name())).toList(),
                outcomes)));
        return outcomes;
    }

    /** Returns {@code going}; that others stand on the rest of {@code leaving} is added to {@code outcomes}. */
    private List<LiveModule> remaining(List<LiveModule> leaving, List<LiveModule> going, List<Outcome> outcomes) {
        leaving.stream().filter(module -> !going.contains(module)).forEach(module -> outcomes.add(inUse(module)));
        return going;
    }

    /** Unloads {@code going}, on which nothing stands that cannot do without. */
    private List<Outcome> leaveBare(List<LiveModule> going) {
        Set<String> back = comingBack(going);
        List<Outcome> outcomes = new ArrayList<>();
        try {
            outcomes.addAll(bringBack(back, Set.copyOf(nameList(going))));
        } catch (LayerException failed) {
            going.forEach(module -> outcomes.add(outcome(module, Optional.of(failed), List.of())));
            return outcomes;
        }
        reversed(going).forEach(module -> outcomes.add(gone(module)));
        outcomes.addAll(takeUp(back, nameList(held(going))));
        return outcomes;
    }

    /** Brings those of {@code users} back that can stand on one of {@code found}, which serve, and do not. */
    List<Outcome> takeUp(Collection<String> users, Collection<String> found) {
        Set<String> serving =
                found.stream().filter(name -> names.find(name).isPresent()).collect(Collectors.toSet());
        Set<String> below = serving.isEmpty() ? Set.of() : names.standing().withNeeds(serving);
        Set<String> back = names.modules(users).stream()
                .filter(user -> user.serving().isPresent() && !below.contains(user.name()) && isMissing(user, serving))
                .map(LiveModule::name)
                .collect(Collectors.toSet());
        try {
            return bringBack(back, Set.of());
        } catch (LayerException failed) {
            return names.modules(back).stream()
                    .map(user -> new Outcome(
                            Change.Kind.RELOAD,
                            user.name(),
                            user.serving().map(Generation::name),
                            Optional.of(failed),
                            List.of()))
                    .toList();
        }
    }

    private static boolean isMissing(LiveModule user, Set<String> serving) {
        return Standings.draft(user).options().stream()
                .anyMatch(option -> serving.contains(option) && !Needs.all(user).contains(option));
    }

    /** Returns those of {@code some} that are loaded still. */
    private List<LiveModule> held(List<LiveModule> some) {
        return some.stream().filter(names::isHeldBy).toList();
    }

    private static List<String> nameList(List<LiveModule> some) {
        return some.stream().map(LiveModule::name).toList();
    }

    private List<LiveModule> free(List<LiveModule> leaving) {
        DependencyGraph strictly = strictly();
        Set<String> going = new LinkedHashSet<>(nameList(leaving));
        while (going.removeIf(name -> !going.containsAll(strictly.dependents(name)))) {
            // what stays keeps what it stands on
        }
        return leaving.stream().filter(module -> going.contains(module.name())).toList();
    }

    /** Returns what stands on {@code going}, and does not go. */
    private Set<String> comingBack(List<LiveModule> going) {
        List<String> without = nameList(going);
        return going.stream()
                .flatMap(this::users)
                .map(LiveModule::name)
                .filter(name -> !without.contains(name))
                .collect(Collectors.toSet());
    }

    private List<Outcome> bringBack(Set<String> back, Set<String> without) {
        if (back.isEmpty()) {
            return List.of();
        }
        names.modules(names.withDependents(back)).forEach(LiveModule::checkBound);
        try (Crew crew = new Crew("layers reload", environment.contextLoader())) {
            return changeovers.bringBack(back, without, crew).tell().orThrow().outcomes();
        }
    }

    private Outcome inUse(LiveModule module) {
        List<GenerationName> users =
                users(module).map(other -> other.served().name()).toList();
        return outcome(module, Optional.of(ModuleWording.inUse(module.served().name(), users)), List.of());
    }

    private Outcome gone(LiveModule module) {
        try {
            return outcome(module, Optional.empty(), List.of(unload(module, UnloadReason.UNLOAD)));
        } catch (LayerException failed) {
            return outcome(module, Optional.of(failed), List.of());
        }
    }

    private static Outcome outcome(LiveModule module, Optional<LayerException> failure, List<UnloadReport> reports) {
        Optional<GenerationName> serving = module.serving().map(Generation::name);
        return new Outcome(Change.Kind.UNLOAD, module.name(), serving, failure, reports);
    }

    /** Returns what the loaded modules cannot do without. */
    private DependencyGraph strictly() {
        return Standings.strict(names.all(), List.of());
    }

    /** Returns {@code some}, last loaded first but each before what it stands on. */
    private List<LiveModule> reversed(List<LiveModule> some) {
        DependencyGraph graph = names.standing().part(nameList(some));
        Set<String> order = new LinkedHashSet<>();
        for (String name : Standings.reversed(nameList(some))) {
            if (!order.containsAll(graph.dependents(name))) {
                order.addAll(Standings.reversed(
                        graph.part(graph.withDependents(Set.of(name))).order()));
            }
            order.add(name);
        }
        Map<String, LiveModule> byName = some.stream().collect(Collectors.toMap(LiveModule::name, module -> module));
        return order.stream()
                .flatMap(name -> Stream.ofNullable(byName.get(name)))
                .toList();
    }
}
