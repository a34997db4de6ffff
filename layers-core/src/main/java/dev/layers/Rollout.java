package dev.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Carries out a batch: what belongs together is changed together, the rest side by side. */
final class Rollout {
    private final Environment environment;
    private final ModuleNames names;
    private final Changeovers changeovers;
    private final Departures departures;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    Rollout(Environment environment, ModuleNames names, Changeovers changeovers, Departures departures) {
        this.environment = environment;
        this.names = names;
        this.changeovers = changeovers;
        this.departures = departures;
    }

    /** Returns what became of each module, also of those that were brought back with what they stand on. */
    List<Outcome> run(Batch batch) {
        return environment.judge().expecting(() -> {
            Map<String, Draft> wanted = new LinkedHashMap<>();
            batch.drafts().forEach(draft -> wanted.put(draft.module(), draft));
            List<LiveModule> leaving = batch.leaving().stream()
                    .filter(module -> !wanted.containsKey(module.name()))
                    .toList();
            Set<String> along = names.withDependents(wanted.keySet());
            outcomes.addAll(departures.leave(leaving.stream()
                    .filter(module -> along.contains(module.name()))
                    .toList()));
            change(wanted);
            outcomes.addAll(departures.leave(leaving.stream()
                    .filter(module -> !along.contains(module.name()))
                    .toList()));
            return List.copyOf(outcomes);
        });
    }

    private void change(Map<String, Draft> wanted) {
        Map<String, Draft> all = new LinkedHashMap<>(wanted);
        names.modules(names.withDependents(wanted.keySet()))
                .forEach(module -> all.putIfAbsent(
                        module.name(), module.served().generation().draft()));
        List<List<Draft>> components = new DraftOrder(all.values())
                .components().stream()
                        .map(part -> part.stream()
                                .filter(draft -> wanted.containsKey(draft.module()))
                                .toList())
                        .toList();
        try (Crew across = crew("layers deploy");
                Crew within = crew("layers load")) {
            environment.startThreads().together(() -> across.each(components, component -> change(component, within)));
        }
    }

    private Crew crew(String name) {
        return new Crew(name, environment.contextLoader());
    }

    private void change(List<Draft> component, Crew crew) {
        try {
            names.modules(names.withDependents(
                            component.stream().map(Draft::module).toList()))
                    .forEach(LiveModule::checkBound);
            Changed changed = changeovers.change(component, crew).tell();
            outcomes.addAll(changed.outcomes());
            changed.failure()
                    .filter(failed -> !(failed instanceof LayerException))
                    .ifPresent(failed -> {
                        throw failed;
                    });
        } catch (LayerException failed) {
            component.forEach(draft -> outcomes.add(outcome(draft, failed)));
        }
    }

    private Outcome outcome(Draft draft, LayerException failed) {
        Optional<LiveModule> module = names.module(draft.module());
        Optional<GenerationName> serving = module.flatMap(LiveModule::serving).map(Generation::name);
        Change.Kind kind = module.isPresent() ? Change.Kind.RELOAD : Change.Kind.LOAD;
        return new Outcome(kind, draft.module(), serving, Optional.of(failed), List.of());
    }
}
