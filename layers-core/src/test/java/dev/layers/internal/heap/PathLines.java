package dev.layers.internal.heap;

import java.util.ArrayList;
import java.util.List;

/** What was found as lines, short enough to be asserted whole. */
final class PathLines {
    private PathLines() {}

    static List<String> of(Holding holding) {
        List<String> lines = new ArrayList<>(List.of(holding.kind() + (holding.more() ? " and more" : "")));
        for (HeldPath path : holding.paths()) {
            lines.add((path.root().kind() + " " + path.root().thread() + " "
                            + path.root().frames())
                    .strip());
            path.steps().forEach(step -> lines.add("  " + line(step)));
        }
        return lines;
    }

    private static String line(HeapStep step) {
        String type = (step.isClass() ? "class " : "") + step.type() + (step.isTargets() ? "*" : "");
        String loader = step.loader().isEmpty() ? "" : " of " + step.loader();
        String note = step.note().isEmpty() ? "" : " '" + step.note() + "'";
        return type
                + loader
                + note
                + (step.link() == Link.END ? "" : " " + step.link() + " " + step.label()).stripTrailing();
    }
}
