package dev.layers.internal.heap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes from a territory that no root leads to against the references, to objects that nothing in the dump refers to. */
final class HiddenSearch {
    /** What class objects have fields of: caches of reflection. */
    private static final Set<String> OF_CLASSES = Set.of(
            "java.lang.ref.SoftReference",
            "java.util.HashMap",
            "sun.reflect.annotation.AnnotationType",
            "sun.reflect.generics.repository.ClassRepository");

    private final Graph graph;
    private final Search search;
    private final Territory territory;
    /** Each reference between what was not found: where it leads, then where it starts. */
    private long[] backwards = new long[1 << 10];

    private int size;
    private final BitSet referred = new BitSet();
    private final int[] next;
    private final int[] queue;
    private int tail;
    private final Budget budget;

    HiddenSearch(Graph graph, Search search, Territory territory, Budget budget) throws NoRoomException {
        this.graph = graph;
        this.search = search;
        this.territory = territory;
        this.budget = budget;
        next = budget.ints(graph.size());
        queue = budget.ints(graph.size());
    }

    /** Returns a way from each kind of object found; only from those of a {@code ClassValue} if there are such. */
    List<Route> routes() throws NoRoomException {
        collect();
        Arrays.fill(next, -1);
        territory.nodes().stream().forEach(node -> {
            next[node] = Math.max(node, territory.next(node));
            queue[tail++] = node;
        });
        Map<Integer, Route> routes = new LinkedHashMap<>();
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            reach(node);
            if (isOrigin(node)) {
                routes.putIfAbsent(graph.type(node), route(node));
            }
        }
        List<Route> ofClassValues =
                routes.values().stream().filter(this::isOfClassValue).toList();
        return ofClassValues.isEmpty() ? List.copyOf(routes.values()) : ofClassValues;
    }

    private boolean isOrigin(int node) {
        HeapClass type = graph.classOf(node);
        boolean isTarget = territory.contains(node) && territory.next(node) < 0;
        return !referred.get(node) && !isTarget && type != null && !graph.isClass(node) && !isOfClass(type, node);
    }

    /** Returns whether it may be a field of a class object, which dumps do not show: then it is no holder. */
    private boolean isOfClass(HeapClass type, int node) {
        boolean isOwnArray = territory.contains(node) && type.name().endsWith("[]");
        return isOwnArray || type.name().startsWith("java.lang.Class$") || OF_CLASSES.contains(type.name());
    }

    private boolean isOfClassValue(Route route) {
        HeapClass type = graph.classOf(route.node(0));
        return type != null && type.name().startsWith("java.lang.ClassValue");
    }

    private void collect() throws NoRoomException {
        for (int node = 0; node < graph.size(); node++) {
            if (search.isUnseen(node) || territory.contains(node)) {
                collect(node);
            }
        }
        Referents referents = graph.referents();
        for (int i = 0; i < referents.size(); i++) {
            int referent = graph.node(referents.referent(i));
            referred.set(Math.max(0, referent), referent >= 0 || referred.get(0));
        }
        Arrays.sort(backwards, 0, size);
    }

    private void collect(int node) throws NoRoomException {
        for (int i = graph.edgesStart(node); i < graph.edgesEnd(node); i++) {
            collect(node, graph.edge(i));
        }
        if (graph.type(node) >= 0) {
            collect(node, graph.type(node));
        }
        for (int type : graph.defined(node)) {
            collect(node, type);
        }
    }

    private void collect(int from, int to) throws NoRoomException {
        if (from == to || search.isSeen(to)) {
            return;
        }
        referred.set(to);
        if (size == backwards.length) {
            budget.take((long) size * Long.BYTES);
            backwards = Arrays.copyOf(backwards, 2 * size);
        }
        backwards[size++] = (long) to << 32 | from;
    }

    private void reach(int node) {
        int first = Arrays.binarySearch(backwards, 0, size, (long) node << 32);
        for (int i = first < 0 ? -first - 1 : first; i < size && (int) (backwards[i] >>> 32) == node; i++) {
            int from = (int) backwards[i];
            if (next[from] < 0) {
                next[from] = node;
                queue[tail++] = from;
            }
        }
    }

    private Route route(int origin) {
        int[] nodes = new int[64];
        int length = 0;
        for (int node = origin; node >= 0; node = territory.contains(node) ? territory.next(node) : next[node]) {
            nodes = length < nodes.length ? nodes : Arrays.copyOf(nodes, 2 * length);
            nodes[length++] = node;
        }
        return new Route(HeapRoot.Kind.UNKNOWN, null, Arrays.copyOf(nodes, length));
    }
}
