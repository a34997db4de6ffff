package dev.layers.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as people read it. */
final class PreflightText {
    private static final int SHOWN_OF_A_RULE = 20;

    private final PreflightReport report;

    PreflightText(PreflightReport report) {
        this.report = report;
    }

    /** Returns a head line, then three lines for each finding, those of one rule together. */
    String text() {
        return Stream.of(Stream.of(head()), findings(), implementations())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> implementations() {
        return report.implementations().entrySet().stream()
                .map(type -> "  '" + Line.of(type.getKey()) + "' is implemented by " + names(type.getValue()));
    }

    private static String names(List<String> classes) {
        return classes.stream().map(name -> "'" + Line.of(name) + "'").collect(Collectors.joining(", "));
    }

    private String head() {
        String artifact = Line.of(report.origin().artifact());
        String subject = report.module()
                .map(name -> "Module '" + Line.of(name) + "' from " + artifact)
                .orElse(artifact);
        return subject + identity() + ": " + outcome() + counts();
    }

    private String identity() {
        Origin origin = report.origin();
        if (origin.digest().isEmpty()) {
            return "";
        }
        String signers = origin.signers().stream()
                .map(signer -> "'" + Line.of(signer) + "'")
                .collect(Collectors.joining(", "));
        return " (sha256 " + origin.shortDigest() + ", " + (signers.isEmpty() ? "no signer" : "signed by " + signers)
                + ")";
    }

    private String outcome() {
        return report.isAccepted() ? "accepted" : report.isNotReady() ? "not ready" : "refused";
    }

    private String counts() {
        return Stream.of(Severity.values())
                .map(this::count)
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining());
    }

    private String count(Severity severity) {
        long count = report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        String noun = severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? "" : ", " + count + " " + noun + (count == 1 ? "" : "s");
    }

    private Stream<String> findings() {
        Map<Rule, List<Finding>> byRule = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.values().stream().flatMap(PreflightText::linesOfARule);
    }

    private static Stream<String> linesOfARule(List<Finding> all) {
        Stream<String> shown = all.stream().limit(SHOWN_OF_A_RULE).map(PreflightText::lines);
        int more = all.size() - SHOWN_OF_A_RULE;
        String rest = "  ... and " + more + " more of " + all.get(0).rule().id();
        return more > 0 ? Stream.concat(shown, Stream.of(rest)) : shown;
    }

    private static String lines(Finding finding) {
        return "  " + finding.severity() + " " + finding.rule().id() + " " + finding.where() + ": " + finding.found()
                + "\n    wanted: " + finding.wanted()
                + "\n    do: " + finding.advice();
    }
}
