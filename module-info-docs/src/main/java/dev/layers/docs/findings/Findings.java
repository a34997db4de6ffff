package dev.layers.docs.findings;

import dev.layers.docs.model.ModuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a person should look at, by rule, then by what was found. */
public record Findings(List<Finding> findings) {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule)
            .thenComparing(finding -> String.join(" ", finding.modules()))
            .thenComparing(Finding::found);

    public static Findings of(ModuleSet modules) {
        Surroundings surroundings = Surroundings.of(modules);
        return new Findings(Stream.of(
                        unreadable(modules),
                        MissingModules.in(surroundings),
                        SplitPackages.in(surroundings),
                        Cycles.in(surroundings),
                        UnusedRequires.in(surroundings),
                        ExposedTypes.in(surroundings),
                        Services.in(surroundings),
                        AutomaticModules.in(surroundings))
                .flatMap(List::stream)
                .sorted(ORDER)
                .toList());
    }

    /** Returns those of one rule. */
    public List<Finding> of(Rule rule) {
        return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    /** Returns those that are about a module. */
    public List<Finding> about(String module) {
        return findings.stream()
                .filter(finding -> finding.modules().contains(module))
                .toList();
    }

    private static List<Finding> unreadable(ModuleSet modules) {
        return modules.troubles().stream()
                .map(trouble -> new Finding(Rule.UNREADABLE, List.of(), trouble.place() + ": " + trouble.found()))
                .toList();
    }
}
