package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How the steps of a path are written. */
final class StepText {
    /** Addresses and numbers in the names of classes of lambdas are never the same. */
    private static final Pattern HIDDEN = Pattern.compile("(\\$\\$Lambda)[$/+0-9a-fx]*(\\[])*$");

    private StepText() {}

    /** Returns a line for each step. */
    static List<String> lines(Way way) {
        List<String> lines = lines(way.steps());
        if (way.omitted() > 0) {
            lines.add(way.head(), "(" + way.omitted() + " steps more)");
        }
        return lines;
    }

    static List<String> lines(List<HeapStep> steps) {
        List<String> lines = new ArrayList<>();
        Link before = Link.END;
        for (HeapStep step : steps) {
            lines.add(line(step, before));
            before = step.link();
        }
        return lines;
    }

    private static String line(HeapStep step, Link before) {
        boolean isLoader = before == Link.LOADER || step.link() == Link.DEFINED_CLASS;
        if (isLoader && !step.note().isEmpty()) {
            return "loader '" + step.note() + "' (" + type(step) + ")" + link(step);
        }
        String note = step.note().isEmpty() || step.isClass() ? "" : " '" + step.note() + "'";
        return (step.isClass() ? "class " : "") + type(step) + note + link(step);
    }

    private static String link(HeapStep step) {
        return switch (step.link()) {
            case FIELD, STATIC_FIELD -> " ." + step.label();
            case ELEMENT -> " [" + step.label() + "]";
            case CLASS -> " <class>";
            case LOADER -> " <loader>";
            case DEFINED_CLASS -> " <defined class>";
            case SUPERCLASS -> " <superclass>";
            case PROTECTION_DOMAIN -> " <protection domain>";
            case SIGNERS -> " <signers>";
            case RESOLVED_CONSTANTS -> " <constants>";
            case END -> "";
        };
    }

    /** Returns the name of the type, without what differs from run to run. */
    static String type(HeapStep step) {
        return HIDDEN.matcher(step.type()).replaceAll("$1$2");
    }
}
