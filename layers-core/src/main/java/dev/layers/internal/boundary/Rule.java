package dev.layers.internal.boundary;

import dev.layers.internal.reference.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How values of one declared type cross.
 *
 * @param kind the kind of the type
 * @param text the type, and those of its parts with their kinds
 * @param reason why there is no rule, of the kind NONE only
 * @param parts the rules of its type arguments; of the kind NONE the one part that has none, if it is a part
 * @param passage makes the passage of one place
 */
record Rule(Kind kind, String text, Optional<String> reason, List<Rule> parts, Function<Site, Passage> passage) {
    static Rule plain(String text) {
        return new Rule(Kind.PLAIN, text, Optional.empty(), List.of(), site -> Passage.AS_IS);
    }

    static Rule of(Kind kind, String text, List<Rule> parts, Function<Site, Passage> passage) {
        return new Rule(kind, text, Optional.empty(), parts, passage);
    }

    static Rule none(String text, String reason) {
        return new Rule(
                Kind.NONE,
                text,
                Optional.of(reason),
                List.of(),
                site -> (value, way) -> value == null
                        ? null
                        : ((Side) way).admit(value, site.place().refusal(value.getClass(), reason)));
    }

    /** Returns the rule of {@code whole}, which has none because {@code part} of it has none. */
    static Rule none(String whole, Rule part) {
        Rule innermost = part.parts().isEmpty() ? part : part.parts().get(0);
        String reason =
                "'" + innermost.text() + "' in it cannot: " + innermost.reason().orElseThrow();
        return new Rule(
                Kind.NONE,
                whole,
                Optional.of(reason),
                List.of(innermost),
                none(whole, reason).passage());
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    /** Returns the type with its kind. */
    String description() {
        return kind.text() + " " + text;
    }

    /** Returns the type as a part of another: with its kind, if that is not what anybody expects. */
    String inner() {
        return kind == Kind.PLAIN || kind == Kind.NONE ? text : description();
    }

    Passage at(Site site) {
        return passage.apply(site);
    }
}
