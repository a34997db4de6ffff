package dev.layers.internal.heap;

import dev.layers.internal.hprof.FrameRecord;
import dev.layers.internal.hprof.RootRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes routes of the entries a search found: of those alike one, the most telling ones first. */
final class Routes {
    /** How many steps are gone at most in all; entries far away come last and are left out. */
    private static final long MOST_STEPS = 20_000_000;

    private static final int MOST_ROUTES = 200;

    private final Graph graph;
    private final Roots roots;
    private final Search search;
    private final Territory territory;
    private int[] way = new int[64];

    Routes(Graph graph, Roots roots, Search search, Territory territory) {
        this.graph = graph;
        this.roots = roots;
        this.search = search;
        this.territory = territory;
    }

    /** Returns all that differ, the most telling ones first. */
    List<Route> all() {
        Map<List<Object>, Route> found = new LinkedHashMap<>();
        long steps = 0;
        for (int entry = 0; entry < search.entries() && steps < MOST_STEPS && found.size() < MOST_ROUTES; entry++) {
            Route route = route(entry);
            steps += route.length();
            found.putIfAbsent(likeness(route), route);
        }
        List<Route> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingInt(Route::rank).thenComparingInt(Route::length));
        return sorted;
    }

    /** Returns the way of an entry: into the territory and on, or to where else the search was stopped. */
    Route route(int entry) {
        int from = search.entryFrom(entry);
        int length = 0;
        for (; from >= 0; from = search.parent(from)) {
            put(length++, from);
        }
        reverse(length);
        int outside = length;
        for (int node = search.entryTo(entry); node >= 0; node = next(node)) {
            put(length++, node);
        }
        int start = lastName(outside);
        int[] nodes = Arrays.copyOfRange(way, start, length);
        if (start > 0 || graph.isClass(nodes[0])) {
            return new Route(HeapRoot.Kind.CLASS, null, nodes);
        }
        RootRecord root = from == Search.FINALIZER ? null : roots.all().get(Search.FIRST_ROOT - from);
        return new Route(kind(root), root, nodes);
    }

    private int next(int node) {
        return territory.contains(node) ? territory.next(node) : -1;
    }

    private void put(int place, int node) {
        way = place < way.length ? way : Arrays.copyOf(way, 2 * way.length);
        way[place] = node;
    }

    private void reverse(int length) {
        for (int low = 0, high = length - 1; low < high; low++, high--) {
            int node = way[low];
            way[low] = way[high];
            way[high] = node;
        }
    }

    /** Returns where the last static field on the way is, or 0: its class is what people know, not what is above. */
    private int lastName(int outside) {
        for (int i = outside - 1; i > 0; i--) {
            HeapClass type = graph.isClass(way[i]) ? graph.classOf(way[i]) : null;
            if (type != null && type.staticField(graph.id(way[i + 1])) >= 0) {
                return i;
            }
        }
        return 0;
    }

    private static HeapRoot.Kind kind(@Nullable RootRecord record) {
        return switch (record == null ? 0 : record.tag()) {
            case 0 -> HeapRoot.Kind.FINALIZER;
            case RootRecord.STICKY_CLASS -> HeapRoot.Kind.CLASS;
            case RootRecord.THREAD_OBJECT -> HeapRoot.Kind.THREAD;
            case RootRecord.JAVA_FRAME -> HeapRoot.Kind.JAVA_FRAME;
            case RootRecord.JNI_GLOBAL -> HeapRoot.Kind.JNI_GLOBAL;
            case RootRecord.JNI_LOCAL -> HeapRoot.Kind.JNI_LOCAL;
            case RootRecord.NATIVE_STACK -> HeapRoot.Kind.NATIVE_STACK;
            case RootRecord.MONITOR_USED -> HeapRoot.Kind.MONITOR;
            case RootRecord.THREAD_BLOCK -> HeapRoot.Kind.THREAD_BLOCK;
            default -> HeapRoot.Kind.UNKNOWN;
        };
    }

    /** Returns what is the same for routes of which one is enough. */
    private List<Object> likeness(Route route) {
        RootRecord root = route.root();
        if (root != null && RootRank.of(root) == RootRank.STACK) {
            return isOwnFrame(root)
                    ? List.of(route.kind(), root.thread())
                    : List.of(route.kind(), root.thread(), route.node(0), shape(route));
        }
        int second = route.length() > 1 && !territory.contains(route.node(1)) ? route.node(1) : -1;
        return List.of(route.kind(), route.node(0), second, shape(route));
    }

    /** One frame of the code that is sought tells as much of a call into it as all of them. */
    private boolean isOwnFrame(RootRecord root) {
        List<FrameRecord> stack = roots.stackOf(root);
        HeapClass type =
                stack.isEmpty() ? null : graph.classes().ofSerial(stack.get(0).type());
        return type != null && territory.owns(type);
    }

    /** Returns a number for the classes on the way; that many of one follow each other makes no difference. */
    private int shape(Route route) {
        int last = -1;
        int shape = 1;
        for (int i = 0; i < route.length(); i++) {
            int node = route.node(i);
            int type = graph.isClass(node) ? node : graph.type(node);
            shape = type == last ? shape : 31 * shape + type;
            last = type;
        }
        return shape;
    }
}
