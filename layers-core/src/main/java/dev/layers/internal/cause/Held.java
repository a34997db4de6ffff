package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.List;
import java.util.Set;

/** What of the module is held, and where in its holder, in words. */
final class Held {
    /** Fields of tables whose indexes say nothing. */
    private static final Set<String> TABLES = Set.of("table", "tab", "nextTable");

    /** Fields of entries of maps; an entry that leads to the next one has the key of another. */
    private static final Set<String> VALUES = Set.of("value", "val");

    private Held() {}

    /** Returns the first object that belongs to what is held. */
    static String what(Way way) {
        HeapStep held = way.held();
        if (held.link() == Link.END && !held.isTargets()) {
            return switch (held.type()) {
                case "java.lang.ModuleLayer" -> "its layer";
                case "java.lang.Module" -> "its module";
                default -> loader(way, held);
            };
        }
        if (held.isClass()) {
            return "class " + StepText.type(held);
        }
        String type = StepText.type(held);
        return type.endsWith("$$Lambda") ? lambda(type) : type;
    }

    static String lambda(String type) {
        return "a lambda of " + type.substring(0, type.length() - "$$Lambda".length());
    }

    /** What is sought is a loader mostly, yet any object may be. */
    private static String loader(Way way, HeapStep held) {
        boolean isLoader = held.type().endsWith("Loader")
                || held.type().startsWith("java.lang.ClassLoader")
                || way.passes(step -> step.link() == Link.LOADER);
        return isLoader ? "its class loader" : StepText.type(held);
    }

    /** Returns the key or the index that leads to it, as far as the dump shows one. */
    static String place(Way way) {
        return way.isWhole() ? place(way.before()) : "";
    }

    private static String place(List<HeapStep> before) {
        for (HeapStep step : before) {
            if (VALUES.contains(step.label()) && !step.note().isEmpty()) {
                return " under key '" + step.note() + "'";
            }
        }
        for (int step = 0; step < before.size(); step++) {
            if (before.get(step).link() == Link.ELEMENT) {
                boolean isTable =
                        step > 0 && TABLES.contains(before.get(step - 1).label());
                return isTable ? "" : " at [" + before.get(step).label() + "]";
            }
        }
        return "";
    }
}
