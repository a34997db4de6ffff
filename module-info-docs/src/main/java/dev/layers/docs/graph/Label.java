package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the box of a node.
 *
 * @param lines of its name, one or two
 * @param note what kind of node it is, where that is worth saying
 */
record Label(List<String> lines, Optional<String> note) {
    static final double LINE = 17;
    static final double NOTE_LINE = 14;
    private static final double PADDING = 11;
    private static final int LONG = 26;
    private static final int LONGEST = 34;

    static Label of(Node node) {
        return new Label(lines(PlainText.of(node.name())), note(node));
    }

    /** Returns the width of a box around it, in pixels. */
    double width() {
        double name = lines.stream().mapToDouble(TextWidth::ofName).max().orElse(0);
        return Math.ceil(Math.max(name, note.map(TextWidth::ofNote).orElse(0.0)) + 2 * PADDING);
    }

    /** Returns the height of a box around it, in pixels. */
    double height() {
        return lines.size() * LINE + (note.isPresent() ? NOTE_LINE : 0) + PADDING;
    }

    private static List<String> lines(String name) {
        int cut = cut(name);
        if (name.length() <= LONG || cut <= 0) {
            return List.of(shortened(name));
        }
        return List.of(shortened(name.substring(0, cut)), shortened(name.substring(cut)));
    }

    /** Before the dot or blank that is nearest to the middle. */
    private static int cut(String name) {
        int cut = 0;
        for (int at = 1; at < name.length(); at++) {
            boolean isPlace = name.charAt(at) == '.' || name.charAt(at) == ' ';
            if (isPlace && Math.abs(2 * at - name.length()) < Math.abs(2 * cut - name.length())) {
                cut = at;
            }
        }
        return cut;
    }

    private static String shortened(String line) {
        int[] characters = line.codePoints().toArray();
        if (characters.length <= LONGEST) {
            return line;
        }
        int half = LONGEST / 2 - 1;
        return new String(characters, 0, half) + "\u2026" + new String(characters, characters.length - half, half);
    }

    private static Optional<String> note(Node node) {
        String count = node.isCluster() ? node.members().size() + " " : "";
        return switch (node.kind()) {
            case NORMAL -> Optional.empty();
            case OPEN -> Optional.of("open");
            case AUTOMATIC -> Optional.of("automatic");
            case CONTRACT -> Optional.of(node.isCluster() ? count + "contracts" : "contract");
            case OTHER -> Optional.of(node.isCluster() ? count + "not given" : "not given");
            case CLUSTER -> Optional.of(count + "modules");
        };
    }

    /** Returns what a node is in a word or two, for one that cannot see its shape. */
    static String word(Node node) {
        return note(node).orElse(node.kind() == Kind.NORMAL ? "module" : "");
    }
}
