package dev.layers.preflight;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that was found in an artifact and its private libraries.
 *
 * @param origin where it came from
 * @param module the name of the module, empty if it could not be learnt
 * @param findings what was found: errors first, then warnings, then notes
 * @param implementations the classes of the module and its private libraries that implement or extend a type of the
 *     contract, by the name of that type; told by {@code check} of what is accepted, else empty
 * @since 0.1
 */
public record PreflightReport(
        Origin origin,
        Optional<String> module,
        List<Finding> findings,
        SortedMap<String, List<String>> implementations) {
    /** Checks the components and brings the findings into their order. */
    public PreflightReport {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(module, "module");
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        SortedMap<String, List<String>> copy = new TreeMap<>();
        implementations.forEach((type, classes) -> copy.put(type, List.copyOf(classes)));
        implementations = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Makes a report that tells no implementations.
     *
     * @param origin where it came from
     * @param module the name of the module, empty if it could not be learnt
     * @param findings what was found
     */
    public PreflightReport(Origin origin, Optional<String> module, List<Finding> findings) {
        this(origin, module, findings, Collections.emptySortedMap());
    }

    /**
     * Returns whether the module may be loaded.
     *
     * @return true if no finding is an error
     */
    public boolean isAccepted() {
        return errors().isEmpty();
    }

    /**
     * Returns whether the artifact is still being written, so that asking again later may help. What is broken does not
     * get better by waiting.
     *
     * @return true if {@link Rule#NOT_READY} is the only error
     */
    public boolean isNotReady() {
        return !isAccepted() && errors().stream().allMatch(error -> error.rule() == Rule.NOT_READY);
    }

    /**
     * Returns why the module is refused.
     *
     * @return the findings that are errors
     */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * Returns the report as lines of text for people: what was checked, with its digest and signers, and what came of
     * it; then, for each finding, what was found where, what was wanted, and what to do. Findings of one rule stand
     * together, twenty of them at the most; of the others the number is told. At the end, who implements the contract.
     *
     * @return lines joined by {@code \n}
     */
    public String text() {
        return new PreflightText(this).text();
    }

    /**
     * Returns the report as one object of JSON for programs. Fields come in this order, and all of them; later versions
     * may add others at the end. {@code module} is null if the name could not be learnt, {@code severity} is
     * {@code ERROR}, {@code WARNING} or {@code NOTE}, and all findings are there, errors first.
     *
     * <pre>{@code
     * {"artifact": "chat.jar", "digest": "9f86...", "signers": ["CN=Acme"], "module": "chat",
     *  "accepted": false, "notReady": false,
     *  "findings": [{"rule": "L091", "severity": "ERROR", "where": "chat.jar", "found": "...",
     *                "wanted": "...", "advice": "..."}],
     *  "implementations": {"bot.Command": ["acme.Chat"]}}
     * }</pre>
     *
     * @return the object on one line
     */
    public String json() {
        return PreflightJson.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
