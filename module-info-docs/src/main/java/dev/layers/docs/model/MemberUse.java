package dev.layers.docs.model;

import java.util.Comparator;

/**
 * A member that code links to.
 *
 * @param type the binary name of the type that is asked for it
 * @param descriptor with parentheses where it is a method
 */
public record MemberUse(String type, String name, String descriptor) implements Comparable<MemberUse> {
    private static final Comparator<MemberUse> ORDER =
            Comparator.comparing(MemberUse::type).thenComparing(MemberUse::name).thenComparing(MemberUse::descriptor);

    @Override
    public int compareTo(MemberUse other) {
        return ORDER.compare(this, other);
    }
}
