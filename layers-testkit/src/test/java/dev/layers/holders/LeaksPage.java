package dev.layers.holders;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of leaks, written from the corpus of this package. */
final class LeaksPage {
    private static final String HEAD = """
            <!-- Written by LeaksPageTest from the corpus of its package; changes by hand are lost. -->

            # Leaks: causes and cures

            Every kind of holder that the explanation of a verdict can name: why it pins, what Layers does about it by itself, what the report says.
            Each item of a list *in a bare layer* is a module that was loaded into a layer of the JDK, called, and dropped, without Layers, by
            `HoldersIT` on JDK 17 and 25: what it did, and below it what the report then said and said to do. Much of it is in no report of
            yours, since Layers undoes it first. `Shelf` and `Keep` are classes of that careless host. *Also* has what else the analysis can say, `…` for what
            differs. [The unload report](unload-report.md) explains the report itself.

            *By itself* says what Layers does without the module's help. The names are those of modules in
            [What modules leave behind](residue.md), which has their code and the exact sentence: **undone** and told in `UnloadReport.undone()`; **told**,
            since nobody can undo it; **held**, so that a path through the heap is all there is to say; **prevented**, for nothing of it is left to undo.
            *Near misses* look like the leak and pin nothing; nothing may be said of them.
            """;

    private final StringJoiner text = new StringJoiner("\n", HEAD, "\n");
    private final Map<String, Case> cases;
    private final Map<String, Residue> residue;

    /**
     * A module of the other page.
     *
     * @param code what it does
     * @param word what Layers does about it; empty for a near miss
     */
    record Residue(String code, String word) {}

    /** A page about {@code cases}, and what the other page says of its modules. */
    LeaksPage(Stream<Case> cases, Map<String, Residue> residue) {
        this.cases = cases.collect(Collectors.toMap(Case::name, Function.identity()));
        this.residue = residue;
    }

    String text(List<LeakKind> kinds) {
        kinds.forEach(this::add);
        return text.toString();
    }

    private void add(LeakKind kind) {
        text.add("\n## " + kind.title() + "\n");
        text.add(kind.why());
        text.add("\n*By itself*: " + kind.cure().layers() + shown(kind.cure().residue()));
        list("In a bare layer", kind.cases().stream().map(name -> told(found(name))));
        list(
                kind.cases().isEmpty() ? "The report says" : "Also",
                kind.seldom().stream().map(LeaksPage::said));
        if (!kind.cure().author().isEmpty()) {
            text.add("\n*Your part*: " + kind.cure().author());
        }
        list("Near misses", kind.cure().misses().stream().map(this::miss));
    }

    private void list(String title, Stream<String> items) {
        List<String> all = items.toList();
        if (!all.isEmpty()) {
            text.add("\n*" + title + "*:\n");
            all.forEach(item -> text.add("- " + item));
        }
    }

    private Case found(String name) {
        Case one = cases.get(name);
        if (one == null) {
            throw new IllegalStateException("No case '" + name + "' in the corpus");
        }
        return one;
    }

    private static String told(Case one) {
        StringJoiner lines = new StringJoiner("\n  - ");
        lines.add("`" + code(one) + "`");
        one.held()
                .paths()
                .forEach(path ->
                        lines.add(escaped(path.cause()) + jdks(one, path) + "; to do: " + escaped(path.advice())));
        one.held().notes().forEach(note -> lines.add("note: " + escaped(note)));
        return lines.toString();
    }

    private static String jdks(Case one, Case.Path path) {
        Case.Jdks jdks = path.jdks().last() < 99 ? path.jdks() : one.code().jdks();
        return jdks.last() < 99 ? " (JDK 17)" : jdks.first() > 17 ? " (from JDK " + jdks.first() + ")" : "";
    }

    private static String said(LeakKind.Text line) {
        return escaped(line.says()) + (line.advice().isEmpty() ? "" : ": " + escaped(line.advice()));
    }

    private String shown(List<String> rows) {
        return rows.isEmpty() ? "" : " " + rows.stream().map(this::row).collect(Collectors.joining(", ")) + ".";
    }

    private String row(String name) {
        return "`" + name + "` **" + left(name).word() + "**";
    }

    private Residue left(String name) {
        Residue row = residue.get(name);
        if (row == null) {
            throw new IllegalStateException("No module '" + name + "' in residue.md");
        }
        return row;
    }

    private String miss(String name) {
        return "`" + (name.startsWith("none.") ? code(found(name)) : silent(name)) + "`";
    }

    private String silent(String name) {
        Residue row = left(name);
        if (!row.word().isEmpty()) {
            throw new IllegalStateException("'" + name + "' is no near miss in residue.md");
        }
        // the other page cuts long code; what is left ends with a statement or a word
        return row.code().replaceAll("(?:(?<=; )[^;]*|\\S*) \\.\\.\\.$", "…");
    }

    private static String code(Case one) {
        return one.code().body().replaceAll("\\s+", " ").strip();
    }

    private static String escaped(String line) {
        return line.replace("<", "&lt;").replace("*", "\\*");
    }
}
