package dev.layers.internal.boundary;

import java.util.ArrayList;
import java.util.List;

/** Says which part of a value cannot be copied, and why; holds text alone. */
public final class Uncopyable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String reason;
    /** From the outside in. */
    private final ArrayList<String> place;

    Uncopyable(Class<?> type, String reason) {
        this(TypeText.of(type), reason, List.of());
    }

    private Uncopyable(String type, String reason, List<String> place) {
        super(message(type, reason, place), null, false, false);
        this.type = type;
        this.reason = reason;
        this.place = new ArrayList<>(place);
    }

    /** Says the same of a value of which this one is the part named {@code step}. */
    Uncopyable in(String step) {
        List<String> longer = new ArrayList<>(List.of(step));
        longer.addAll(place);
        return new Uncopyable(type, reason, longer);
    }

    private static String message(String type, String reason, List<String> place) {
        String where = place.isEmpty() ? "" : " in " + String.join(", ", place);
        return "a value of class '" + type + "'" + where + ": " + reason;
    }
}
