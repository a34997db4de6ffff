package dev.layers.internal.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks how else the last object of the application on each route is reached: one search for all routes. */
final class OtherWays {
    private static final int MOST = 2;
    private static final Pattern JDK = Pattern.compile("(javax?|jdk|sun|com\\.sun)\\..*");

    private final Graph graph;
    private final Search search;
    private final Territory territory;
    private final Routes ways;

    OtherWays(Graph graph, Roots roots, Search search, Territory territory) {
        this.graph = graph;
        this.search = search;
        this.territory = territory;
        ways = new Routes(graph, roots, search, territory);
    }

    /** Returns {@code routes} with what was found; the search begins anew. */
    List<Route> of(List<Route> routes) throws IOException {
        BitSet holders = new BitSet();
        routes.stream().map(this::holder).filter(node -> node >= 0).forEach(holders::set);
        if (holders.isEmpty()) {
            return routes;
        }
        Map<Integer, List<Route>> found = search(holders);
        return routes.stream()
                .map(route -> route.with(others(route, found.getOrDefault(holder(route), List.of()))))
                .toList();
    }

    /** Returns the last object before the territory that is the application's own; -1 if there is none, or it is a root. */
    private int holder(Route route) {
        int holder = -1;
        for (int i = 1; i < route.length() && !territory.contains(route.node(i)); i++) {
            HeapClass type = graph.isClass(route.node(i)) ? null : graph.classOf(route.node(i));
            boolean isOwn = type != null
                    && type.loader() != 0
                    && !JDK.matcher(type.name()).matches();
            holder = isOwn ? route.node(i) : holder;
        }
        return holder;
    }

    /** Stops at all of them, so that none is told to be reached by what itself leads to. */
    private Map<Integer, List<Route>> search(BitSet holders) throws IOException {
        BitSet stops = (BitSet) territory.nodes().clone();
        stops.or(holders);
        search.begin(stops);
        search.throughStrong();
        Map<Integer, List<Route>> found = new HashMap<>();
        for (int entry = 0; entry < search.entries(); entry++) {
            List<Route> known = holders.get(search.entryTo(entry))
                    ? found.computeIfAbsent(search.entryTo(entry), any -> new ArrayList<>())
                    : List.of();
            if (holders.get(search.entryTo(entry)) && known.size() < Byte.MAX_VALUE) {
                known.add(ways.route(entry));
            }
        }
        return found;
    }

    private static List<Route> others(Route route, List<Route> found) {
        return found.stream()
                .filter(other -> !other.isOnStack() && !other.beginsLike(route))
                .sorted(Comparator.comparingInt(Route::rank).thenComparingInt(Route::length))
                .limit(MOST)
                .toList();
    }
}
