package dev.layers.residue;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The page that tells what modules leave and what becomes of it, written from the corpus. */
final class ResiduePage {
    private static final int LONGEST = 110;

    private static final String HEAD = """
            # What modules leave behind

            Written from the corpus of `layers-testkit`, where each row is a module of its own: the left half was seen in a layer that the
            JDK makes, the right half with Layers, by `ResidueCorpusIT` and `LibraryUnloadIT` on JDK 17 and 25. `mvn verify -pl layers-testkit
            -am -Dpages=write` brings this page up to date.

            | where | what it says |
            | --- | --- |
            | without Layers | *retained*: the layer is never collected; *up to 17*: on JDK 17 and not on 25; *leaves*: it is collected, and the rest stays |
            | with Layers | *undone*: `UnloadReport.undone()` has the sentence, the module is collected and the report clean; **told**: a finding, for what nobody can undo; *held*: retained, and nothing but a path through the heap could say by whom |

            `{}` stands for a word that differs. Where both halves are empty the row is a near miss: it looks like residue, and nothing may be said of it.
            """;

    private final StringJoiner text = new StringJoiner("\n", HEAD, "\n");

    /** Adds a chapter. */
    void add(String title, List<Row> rows) {
        text.add("\n## " + title + "\n");
        text.add("| module | without Layers | with Layers |");
        text.add("| --- | --- | --- |");
        rows.forEach(
                row -> text.add("| " + module(row) + " | " + without(row.without()) + " | " + with(row.with()) + " |"));
    }

    /** Adds chapters whose titles are their names. */
    void addAll(Map<String, List<Row>> groups) {
        groups.forEach(this::add);
    }

    String text() {
        return text.toString();
    }

    private static String module(Row row) {
        String body = row.code().body().replaceAll("\\s+", " ").strip();
        String begin = body.length() <= LONGEST ? body : body.substring(0, LONGEST) + " ...";
        String code = body.isEmpty() ? "in a static field" : "`" + begin.replace("|", "\\|") + "`";
        return row.name() + jdks(row.code().jdks()) + ": " + code;
    }

    private static String jdks(Row.Jdks jdks) {
        return jdks.first() > 17 ? " (from JDK " + jdks.first() + ")" : "";
    }

    private static String without(Row.Without without) {
        String state = without.lastRetained() == 0
                ? ""
                : without.lastRetained() < 25 ? "up to " + without.lastRetained() + later(without) : "retained";
        String traces = joined(without.traces());
        return traces.isEmpty() ? state : state.isEmpty() ? "leaves: " + traces : state + ": " + traces;
    }

    private static String with(Row.With with) {
        StringJoiner all = new StringJoiner("; ");
        with.undone().forEach(line -> all.add(escaped(line)));
        with.findings().forEach(line -> all.add("**" + escaped(line) + "**"));
        if (with.isRetained()) {
            all.add("*held*");
        }
        return all.toString();
    }

    private static String later(Row.Without without) {
        return without.isSoftLater() ? ", then softly" : "";
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(ResiduePage::escaped).collect(Collectors.joining("; "));
    }

    private static String escaped(String line) {
        return line.replace("|", "\\|").replace("<", "&lt;");
    }
}
