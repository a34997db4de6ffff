package dev.layers.internal.heap;

import dev.layers.internal.hprof.RootRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to what was sought, as nodes of the graph, what was sought last. */
final class Route {
    private final HeapRoot.Kind kind;
    private final @Nullable RootRecord root;
    private final int[] nodes;
    private final List<Route> others;

    /** Creates a route; without a root record it starts below the root. */
    Route(HeapRoot.Kind kind, @Nullable RootRecord root, int... nodes) {
        this(kind, root, nodes, List.of());
    }

    private Route(HeapRoot.Kind kind, @Nullable RootRecord root, int[] nodes, List<Route> others) {
        this.kind = kind;
        this.root = root;
        this.nodes = nodes;
        this.others = List.copyOf(others);
    }

    /** Returns this one, with other ways to an object on it. */
    Route with(List<Route> found) {
        return new Route(kind, root, nodes, found);
    }

    /** Returns other ways to an object on this one, which they end with. */
    List<Route> others() {
        return others;
    }

    HeapRoot.Kind kind() {
        return kind;
    }

    @Nullable
    RootRecord root() {
        return root;
    }

    int length() {
        return nodes.length;
    }

    int node(int place) {
        return nodes[place];
    }

    /** Returns whether a call in progress is what it starts at. */
    boolean isOnStack() {
        return root != null && RootRank.of(root) == RootRank.STACK;
    }

    /** Returns whether {@code other} starts alike, with the same static field or the same field of a thread. */
    boolean beginsLike(Route other) {
        return kind == other.kind
                && nodes[0] == other.nodes[0]
                && (nodes.length == 1 || other.nodes.length == 1 || nodes[1] == other.nodes[1]);
    }

    /** Returns how little its root tells; the less, the more. */
    int rank() {
        return switch (kind) {
            case CLASS -> 0;
            case THREAD -> 1;
            case JNI_GLOBAL -> 2;
            case JAVA_FRAME, JNI_LOCAL -> 4;
            case FINALIZER -> 5;
            default -> 3;
        };
    }
}
