package dev.layers.preflight;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that was found in an artifact, in words that its author can act on.
 *
 * @param rule the rule that found it
 * @param where the artifact, and the entry, class or module in it
 * @param found what is there
 * @param wanted what should be there
 * @param advice what to do
 * @since 0.1
 */
public record Finding(Rule rule, String where, String found, String wanted, String advice) implements Serializable {
    /** Checks the components; what is unprintable in them is escaped, so that each is one line. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        where = Line.of(Objects.requireNonNull(where, "where"));
        found = Line.of(Objects.requireNonNull(found, "found"));
        wanted = Line.of(Objects.requireNonNull(wanted, "wanted"));
        advice = Line.of(Objects.requireNonNull(advice, "advice"));
    }

    /**
     * Returns how much it matters.
     *
     * @return the severity of its rule
     */
    public Severity severity() {
        return rule.severity();
    }

    /**
     * Returns the finding as one sentence: {@code L004 chat.jar: found; wanted ...; do ...}.
     *
     * @return a line without line break
     */
    public String text() {
        return rule.id() + " " + where + ": " + found + "; wanted " + wanted + "; " + advice;
    }

    @Override
    public String toString() {
        return text();
    }
}
