package dev.layers;

import dev.layers.internal.graph.DependencyGraph;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What drafts that are loaded together stand on among themselves. */
final class DraftOrder {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final DependencyGraph graph;

    DraftOrder(Collection<Draft> all) {
        all.forEach(draft -> drafts.put(draft.module(), draft));
        DependencyGraph whole = graph(Draft::needs);
        this.graph = whole.cycle().isEmpty() ? whole : withoutNeedlessCycles();
    }

    /** Returns the drafts in levels: each stands on those of earlier ones alone. */
    List<List<Draft>> levels() {
        graph.cycle().ifPresent(cycle -> {
            throw refused(cycle);
        });
        return graph.levels().stream().map(this::drafts).toList();
    }

    /** Returns the parts that have nothing to do with each other. */
    List<List<Draft>> components() {
        return graph.components().stream().map(part -> drafts(part.names())).toList();
    }

    private List<Draft> drafts(List<String> names) {
        return names.stream().map(name -> drafts.get(name)).toList();
    }

    /** What is optional gives way where it would close a cycle. */
    private DependencyGraph withoutNeedlessCycles() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> needs.put(name, new LinkedHashSet<>(Needs.strict(draft))));
        drafts.forEach((name, draft) -> draft.options().stream().sorted().forEach(option -> {
            Set<String> needed = needs.getOrDefault(name, Set.of());
            needed.add(option);
            if (DependencyGraph.of(needs).cycle().isPresent()) {
                needed.remove(option);
            }
        }));
        return DependencyGraph.of(needs);
    }

    private DependencyGraph graph(Function<Draft, Set<String>> needed) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> needs.put(name, needed.apply(draft)));
        return DependencyGraph.of(needs);
    }

    private PreflightException refused(List<String> cycle) {
        Draft first = Objects.requireNonNull(drafts.get(cycle.get(0)));
        return new PreflightException(new PreflightReport(
                first.origin(),
                Optional.of(first.module()),
                List.of(Rule.REQUIRES_CYCLE.at(first.source().artifact(), DependencyGraph.text(cycle))),
                Collections.emptySortedMap()));
    }
}
