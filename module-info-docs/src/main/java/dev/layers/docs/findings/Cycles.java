package dev.layers.docs.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Modules that stand on each other in a circle. */
final class Cycles {
    private Cycles() {}

    static List<Finding> in(Surroundings surroundings) {
        Ties ties = Ties.of(surroundings);
        Ties reversed = ties.reversed();
        List<Finding> findings = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        for (String module : candidates(ties)) {
            if (!seen.contains(module)) {
                SortedSet<String> circle = ties.reachedFrom(module);
                circle.retainAll(reversed.reachedFrom(module));
                seen.addAll(circle);
                if (circle.contains(module)) {
                    findings.add(finding(ties, module, circle));
                }
            }
        }
        return findings;
    }

    /** Returns the modules that stand on a circle or are part of one: most have none, and following each takes long. */
    private static Set<String> candidates(Ties ties) {
        Set<String> left = new TreeSet<>(ties.targets().keySet());
        boolean isSmaller = true;
        while (isSmaller) {
            isSmaller = left.removeIf(module -> Collections.disjoint(ties.neededBy(module), left));
        }
        return left;
    }

    private static Finding finding(Ties ties, String module, SortedSet<String> circle) {
        List<String> way = ties.way(ties.neededBy(module), module);
        String example = way.stream().map(Quoted::name).collect(Collectors.joining(" needs "));
        String more = circle.size() > way.size() ? "; " + circle.size() + " modules in all" : "";
        return new Finding(Rule.CYCLE, List.copyOf(circle), Quoted.name(module) + " needs " + example + more);
    }
}
