package dev.layers.corpus;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all rules, with an example of each from the corpus. */
final class RulesPage {
    private static final String OPEN = "…";
    private static final String HEAD = """
            <!-- Written by RulesPageIT from the rules and the corpus of its package; changes by hand are lost. -->

            # Rules

            Before any code of a module runs, Layers checks its artifact by these rules. An **error** refuses it. A **warning**
            lets it load, and something in it will probably fail. A **note** is something to know; nothing is wrong. Identifiers
            never change their meaning and are never given to another rule; words may become better.

            `LayerManager.check(path)` returns the report and loads nothing; `PreflightException.report()` is the report of a
            refused load. `text()` is the report for people, `json()` for programs, `findings()` for code. A finding says where,
            what was found, what is wanted and what to do; here, … stands for what differs from case to case.
            """;

    private final Map<Rule, String> examples;

    private RulesPage(Map<Rule, String> examples) {
        this.examples = examples;
    }

    /** Returns the page with the first of {@code messages} of each rule. */
    static RulesPage of(Stream<String> messages) {
        Map<String, String> byId = messages.collect(
                Collectors.toMap(message -> message.substring(0, 4), RulesPage::example, (first, other) -> first));
        return new RulesPage(Arrays.stream(Rule.values())
                .filter(rule -> byId.containsKey(rule.id()))
                .collect(Collectors.toMap(rule -> rule, rule -> byId.get(rule.id()))));
    }

    boolean hasExample(Rule rule) {
        return examples.containsKey(rule);
    }

    String text() {
        return HEAD + Arrays.stream(Rule.values()).map(this::section).collect(Collectors.joining());
    }

    private String section(Rule rule) {
        Finding open = rule.at("", "", OPEN, OPEN, OPEN, OPEN);
        String severity = rule.severity().name().toLowerCase(Locale.ROOT);
        return "\n## " + rule.id() + " " + rule.name() + "\n\n"
                + "- " + severity + "\n"
                + "- wanted: " + open.wanted() + "\n"
                + "- do: " + open.advice() + "\n"
                + Optional.ofNullable(examples.get(rule))
                        .map(example -> "\n```\n" + example + "\n```\n")
                        .orElse("");
    }

    /** Fills in what the corpus leaves open, so that the page is the same everywhere. */
    private static String example(String message) {
        return message.replace("{dir}", "plugins").replace("{java}", "17").replace("{sha256}", "5b1cf0d9a2e4" + OPEN);
    }
}
