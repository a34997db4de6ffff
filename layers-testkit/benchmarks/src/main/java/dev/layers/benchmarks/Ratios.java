package dev.layers.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several systems took for the same work, round by round; what counts is each round's ratio to one of them.
 *
 * <p>Every system adds one value per round. A ratio within a round is not moved by what moves the whole machine.
 */
public final class Ratios {
    private final String base;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    /**
     * Begins a comparison.
     *
     * @param base the system that ratios are to
     */
    public Ratios(String base) {
        this.base = base;
    }

    /**
     * Begins a comparison whose systems are told in that order, whatever the order is in which values are added.
     *
     * @param systems the first is the one that ratios are to
     */
    public Ratios(List<String> systems) {
        this(systems.get(0));
        systems.forEach(system -> values.put(system, new ArrayList<>()));
    }

    /**
     * Adds what a system took in its next round.
     *
     * @param system the system
     * @param value in whatever unit all of them use
     */
    public void add(String system, double value) {
        values.computeIfAbsent(system, first -> new ArrayList<>()).add(value);
    }

    /** Returns the systems that have values, in the order that was given, or else that of their first values. */
    public List<String> systems() {
        return values.keySet().stream()
                .filter(system -> !values.get(system).isEmpty())
                .toList();
    }

    /**
     * Returns how the values themselves lie.
     *
     * @param system the system
     */
    public Spread values(String system) {
        return Spread.of(of(system));
    }

    /**
     * Returns how the ratios of each round to the base lie.
     *
     * @param system the system
     */
    public Spread ratios(String system) {
        return ratios(system, base);
    }

    /**
     * Returns how the ratios of each round to another system lie.
     *
     * @param system the system
     * @param other the one that ratios are to
     */
    public Spread ratios(String system, String other) {
        List<Double> own = of(system);
        List<Double> others = of(other);
        if (own.size() != others.size()) {
            throw new IllegalStateException("'" + system + "' has " + own.size() + " rounds, '" + other + "' has "
                    + others.size() + "; add one value per round");
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add(own.get(round) / others.get(round));
        }
        return Spread.of(ratios);
    }

    private List<Double> of(String system) {
        List<Double> found = values.get(system);
        if (found == null || found.isEmpty()) {
            throw new IllegalArgumentException("'" + system + "' was not measured, only " + systems());
        }
        return found;
    }
}
