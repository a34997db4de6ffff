package dev.layers.docs.contract;

import java.util.Optional;

/**
 * How values of one declared type cross.
 *
 * @param text the type, and those of its parts with their kinds
 * @param reason why there is no rule and what to use, of the kinds NONE and UNKNOWN only
 * @param part the part of the type that has no rule, if it is a part
 */
public record Crossing(Kind kind, String text, Optional<String> reason, Optional<String> part) {
    static Crossing of(Kind kind, String text) {
        return new Crossing(kind, text, Optional.empty(), Optional.empty());
    }

    static Crossing refused(String text, String reason) {
        return new Crossing(Kind.NONE, text, Optional.of(reason), Optional.empty());
    }

    static Crossing unknown(String text) {
        return new Crossing(Kind.UNKNOWN, text, Optional.of("its module was not given"), Optional.empty());
    }

    /** Returns that of {@code whole}, which has none because this part of it has none. */
    Crossing of(String whole) {
        String innermost = part.orElse(text);
        String why = part.isPresent() ? reason.orElseThrow() : inside(reason.orElseThrow());
        return new Crossing(kind, whole, Optional.of(why), Optional.of(innermost));
    }

    private String inside(String why) {
        return "'" + text + "' in it " + (kind == Kind.NONE ? "cannot: " : "is not known: ") + why;
    }

    /** Returns whether a value of the type crosses, or might. */
    public boolean isRuled() {
        return reason.isEmpty();
    }

    /** Returns the type with its kind. */
    public String description() {
        return kind.text() + " " + text;
    }

    /** Returns the type as a part of another: with its kind, if that is not what anybody expects. */
    String inner() {
        return kind == Kind.PLAIN || !isRuled() ? text : description();
    }
}
