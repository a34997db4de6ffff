package dev.layers.docs.change;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that is not as it was.
 *
 * @param module that it is about
 * @param subject the directive of the descriptor, the type or the member
 * @param what happened to it
 * @param breaks who fails, empty if nobody has to
 */
public record Change(String module, String subject, String what, Optional<Party> breaks) implements Comparable<Change> {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::module)
            .thenComparing(change -> change.breaks().isEmpty())
            .thenComparing(Change::subject)
            .thenComparing(Change::what)
            .thenComparing(change -> change.breaks().map(Party::words).orElse(""));

    static Change harmless(String module, String subject, String what) {
        return new Change(module, subject, what, Optional.empty());
    }

    static Change breaking(String module, String subject, String what, Party party) {
        return new Change(module, subject, what, Optional.of(party));
    }

    public boolean isBreaking() {
        return breaks.isPresent();
    }

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
