package dev.layers;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far one unload has come: the steps that were performed, and the one that did not come to its end. */
final class Progress {
    private final Map<UnloadStep, StepReport> performed = new EnumMap<>(UnloadStep.class);
    private final Map<UnloadStep, List<String>> earlier = new EnumMap<>(UnloadStep.class);

    boolean isDone(UnloadStep step) {
        return performed.containsKey(step) && !earlier.containsKey(step);
    }

    /** Returns the findings of {@code step}; none if it was not performed. */
    List<String> findings(UnloadStep step) {
        StepReport report = performed.get(step);
        return report == null ? List.of() : report.findings();
    }

    /** Takes a step for done; what an attempt before has undone, and found where it was left unfinished, stays told. */
    void add(UnloadStep step, Duration took, Steps.Outcome outcome) {
        StepReport before = performed.get(step);
        List<String> undone = before == null ? outcome.undone() : both(before.undone(), outcome.undone());
        List<String> findings = both(earlier.getOrDefault(step, List.of()), outcome.findings());
        earlier.remove(step);
        performed.put(step, new StepReport(step, took, undone, findings));
    }

    private static List<String> both(List<String> before, List<String> now) {
        Set<String> sentences = new LinkedHashSet<>(before);
        sentences.addAll(now);
        return List.copyOf(sentences);
    }

    /** Says that {@code step} has to be performed again. */
    void leaveUnfinished(UnloadStep step) {
        earlier.put(step, findings(step));
    }

    /** Forgets every step. */
    void beginAnew() {
        performed.clear();
        earlier.clear();
    }

    List<StepReport> reports() {
        return List.copyOf(performed.values());
    }
}
