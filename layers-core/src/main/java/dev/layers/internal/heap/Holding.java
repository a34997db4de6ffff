package dev.layers.internal.heap;

import java.util.List;
import java.util.Objects;

/**
 * What a dump shows of one thing that was sought.
 *
 * @param kind how it is held
 * @param paths the ways to it, each with an entry of its own; for {@link Kind#HIDDEN} from the objects that nothing in the dump refers to
 * @param more whether there were more than these
 * @param wanted how many were asked for; there may be more to choose from
 */
public record Holding(Kind kind, List<HeldPath> paths, boolean more, int wanted) {
    /** How it is held. */
    public enum Kind {
        /** It is not in the dump: it was collected before, or by the dump. */
        COLLECTED,
        /** There are ways without any reference object. */
        STRONG,
        /** There are ways through soft references alone. */
        SOFT,
        /** Only objects that wait for their finalizer lead to it. */
        FINALIZABLE,
        /** It is referred to, but by nothing that a root in the dump reaches: values of a {@code ClassValue}, mostly. */
        HIDDEN,
        /** Nothing in the dump refers to it: a handle of the VM holds it, or compiled code, or a thread's last exception. */
        UNREFERENCED
    }

    /** Checks the components. */
    public Holding {
        Objects.requireNonNull(kind, "kind");
        paths = List.copyOf(paths);
    }

    /** Creates one with just what was asked for. */
    public Holding(Kind kind, List<HeldPath> paths, boolean more) {
        this(kind, paths, more, paths.size());
    }
}
