package dev.layers;

import dev.layers.preflight.PreflightReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a report of what was to be done and what became of it. */
final class Accounts {
    private final Agenda agenda;
    private final Map<String, Outcome> outcomes;
    private final Map<String, String> skipped;
    private final List<Change> done = new ArrayList<>();
    private final List<DeploymentReport.Failure> failures = new ArrayList<>();

    /**
     * Takes what was done.
     *
     * @param skipped why modules were not even tried, by name
     */
    Accounts(Agenda agenda, Map<String, Outcome> outcomes, Map<String, String> skipped) {
        this.agenda = agenda;
        this.outcomes = outcomes;
        this.skipped = skipped;
    }

    DeploymentReport report() {
        Map<String, Outcome> left = new LinkedHashMap<>(outcomes);
        for (Change change : agenda.moving()) {
            left.remove(change.module());
            take(change);
        }
        left.values().forEach(outcome -> take(Changes.unforeseen(outcome)));
        agenda.staying().stream()
                .filter(change -> !outcomes.containsKey(change.module()))
                .forEach(done::add);
        agenda.refused().forEach(this::refuse);
        List<UnloadReport> unloads = outcomes.values().stream()
                .flatMap(outcome -> outcome.unloads().stream())
                .toList();
        return new DeploymentReport(done, failures, unloads);
    }

    private void take(Change change) {
        failure(change).ifPresentOrElse(failures::add, () -> done.add(change));
    }

    private void refuse(Agenda.Refusal refusal) {
        Optional<PreflightReport> report = refusal.unfit().flatMap(Taken.Unfit::refusal);
        failures.add(
                new DeploymentReport.Failure(refusal.change(), refusal.change().reason(), report));
    }

    private Optional<DeploymentReport.Failure> failure(Change change) {
        String reason = skipped.get(change.module());
        if (reason != null) {
            Change refused = Changes.refused(change, reason);
            return Optional.of(new DeploymentReport.Failure(refused, reason, Optional.empty()));
        }
        Optional<Outcome> outcome = Optional.ofNullable(outcomes.get(change.module()));
        return outcome.flatMap(Outcome::failure)
                .map(failed -> failure(change, failed))
                .or(() -> outcome.flatMap(ended -> unfinished(change, ended)));
    }

    /** What was refused before any code ran stands there as the plan had it. */
    private static DeploymentReport.Failure failure(Change change, LayerException failed) {
        String reason = String.valueOf(failed.getMessage());
        return failed instanceof PreflightException refused
                ? new DeploymentReport.Failure(Changes.refused(change, reason), reason, Optional.of(refused.report()))
                : new DeploymentReport.Failure(change, reason, Optional.empty());
    }

    private static Optional<DeploymentReport.Failure> unfinished(Change change, Outcome outcome) {
        return outcome.unloads().stream()
                .filter(report -> change.kind() == Change.Kind.UNLOAD)
                .filter(report -> report.outcome() != UnloadReport.Outcome.RELEASED)
                .map(report ->
                        new DeploymentReport.Failure(change, String.join("; ", report.findings()), Optional.empty()))
                .findFirst();
    }
}
