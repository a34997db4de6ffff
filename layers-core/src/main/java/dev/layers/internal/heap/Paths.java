package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import dev.layers.internal.hprof.FrameRecord;
import dev.layers.internal.hprof.RootRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes text of routes: the names of types, fields, threads; leaves out the middle of long ones. */
final class Paths {
    private static final int LONGEST_STACK = 32;
    private static final String IDENTITY_MAP = "java.util.IdentityHashMap";

    private final Graph graph;
    private final Roots roots;
    private final Lookup lookup;
    private final Notes notes;
    private final List<Long> tellers = new ArrayList<>();

    Paths(Graph graph, Roots roots, Lookup lookup) {
        this.graph = graph;
        this.roots = roots;
        this.lookup = lookup;
        notes = new Notes(graph.classes(), lookup);
    }

    /** Has looked up what these routes need; for all at once. */
    void prepare(List<Route> told) throws IOException {
        List<Route> routes = told.stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.others().stream()))
                .toList();
        routes.forEach(this::want);
        lookup.find();
        routes.forEach(this::wantTellers);
        lookup.find();
        tellers.forEach(teller -> lookup.want(notes.characters(teller)));
        lookup.find();
    }

    private void want(Route route) {
        RootRecord root = route.root();
        lookup.want(root == null ? 0 : roots.threadOf(root));
        for (int i = 0; i < route.length(); i++) {
            if (isTold(route, i)) {
                want(route, i);
            }
        }
    }

    private void want(Route route, int place) {
        int node = route.node(place);
        HeapClass type = graph.classOf(node);
        lookup.want(type == null ? 0 : type.loader());
        if (!graph.isClass(node)) {
            lookup.want(graph.id(node), place + 1 < route.length() ? graph.id(route.node(place + 1)) : 0);
        }
    }

    private void wantTellers(Route route) {
        RootRecord root = route.root();
        wantTeller(root == null ? 0 : roots.threadOf(root));
        for (int i = 0; i < route.length(); i++) {
            HeapClass type = isTold(route, i) ? graph.classOf(route.node(i)) : null;
            wantTeller(type == null ? 0 : type.loader());
            wantTeller(isTold(route, i) ? graph.id(route.node(i)) : 0);
            wantKey(isTold(route, i) ? key(route, i) : 0);
        }
    }

    private void wantTeller(long id) {
        FoundInstance found = lookup.instance(id);
        wantKey(found == null ? 0 : notes.teller(found));
    }

    private void wantKey(long teller) {
        lookup.want(teller);
        tellers.add(teller);
    }

    /** Returns the key an array of an identity map has for the next step, or 0. */
    private long key(Route route, int place) {
        FoundArray array = place == 0 ? null : lookup.array(graph.id(route.node(place)));
        if (array == null || place + 1 >= route.length()) {
            return 0;
        }
        HeapClass owner = graph.classOf(route.node(place - 1));
        boolean isKeyed = owner != null && owner.name().equals(IDENTITY_MAP);
        return isKeyed ? array.before(graph.id(route.node(place + 1))) : 0;
    }

    private static boolean isTold(Route route, int place) {
        return HeldPath.omitted(route.length()) == 0
                || place < HeldPath.HEAD
                || place >= HeldPath.HEAD + HeldPath.omitted(route.length());
    }

    /** Returns the text of a route that was prepared. */
    HeldPath path(Route route, Territory territory) {
        List<HeapStep> steps = new ArrayList<>();
        for (int i = 0; i < route.length(); i++) {
            if (isTold(route, i)) {
                steps.add(step(route, i, territory));
            }
        }
        List<HeldPath> others =
                route.others().stream().map(other -> path(other, territory)).toList();
        return new HeldPath(root(route), steps, HeldPath.omitted(route.length()), others);
    }

    private HeapRoot root(Route route) {
        RootRecord root = route.root();
        if (root == null) {
            return new HeapRoot(route.kind(), "", List.of());
        }
        String thread = notes.of(lookup.instance(roots.threadOf(root)));
        List<String> frames = roots.stackOf(root).stream()
                .limit(LONGEST_STACK)
                .map(this::text)
                .toList();
        return new HeapRoot(route.kind(), thread, frames);
    }

    private String text(FrameRecord frame) {
        HeapClass type = graph.classes().ofSerial(frame.type());
        Names names = graph.classes().names();
        String source = frame.source() == 0 ? null : names.of(frame.source());
        String owner = type == null ? Names.UNKNOWN : type.name();
        int line = frame.line() == -3 ? -2 : Math.max(-1, frame.line());
        return new StackTraceElement(owner, names.of(frame.method()), source, line).toString();
    }

    private HeapStep step(Route route, int place, Territory territory) {
        int node = route.node(place);
        HeapClass type = graph.classOf(node);
        boolean isClass = graph.isClass(node);
        FoundInstance instance = lookup.instance(graph.id(node));
        Tie tie = place + 1 == route.length()
                ? new Tie(Link.END, "")
                : isClass ? tie(type, route.node(place + 1)) : tie(node, route.node(place + 1));
        String note = isClass ? "" : notes.of(instance) + notes.text(key(route, place), false);
        String loader = notes.of(lookup.instance(type == null ? 0 : type.loader()));
        boolean isTargets = type != null && territory.owns(type);
        return new HeapStep(typeName(node, type), isClass, loader, isTargets, tie.link(), tie.label(), note);
    }

    private String typeName(int node, @Nullable HeapClass type) {
        if (type != null) {
            return type.name();
        }
        FoundText text = lookup.text(graph.id(node));
        FoundInstance instance = lookup.instance(graph.id(node));
        return text != null ? text.type() : instance != null ? instance.type().name() : Names.UNKNOWN;
    }

    /** How one step leads to the next. */
    private record Tie(Link link, String label) {}

    private Tie tie(@Nullable HeapClass type, int next) {
        long id = graph.id(next);
        ClassRecord record = type == null ? null : type.record();
        int field = type == null ? -1 : type.staticField(id);
        if (record != null && field >= 0) {
            String names = staticNames(record, id);
            return names.isEmpty() ? new Tie(Link.RESOLVED_CONSTANTS, "") : new Tie(Link.STATIC_FIELD, names);
        }
        boolean isLoader = record != null && record.loader() == id;
        boolean isSuper = record != null && record.superclass() == id;
        boolean isDomain = record != null && record.domain() == id;
        return new Tie(
                isLoader ? Link.LOADER : isSuper ? Link.SUPERCLASS : isDomain ? Link.PROTECTION_DOMAIN : Link.SIGNERS,
                "");
    }

    /** Returns the names of the static fields that refer to an object, of the application's own classes all. */
    private String staticNames(ClassRecord record, long id) {
        Names names = graph.classes().names();
        return IntStream.range(0, record.statics())
                .filter(field -> record.staticValue(field) == id)
                .mapToObj(field -> names.of(record.staticName(field)))
                .filter(name -> !name.startsWith("<"))
                .limit(record.loader() == 0 ? 1 : Long.MAX_VALUE)
                .collect(Collectors.joining(" and "));
    }

    private Tie tie(int node, int next) {
        FoundInstance instance = lookup.instance(graph.id(node));
        FoundArray array = lookup.array(graph.id(node));
        String field = instance == null ? "" : instance.fieldOf(graph.id(next));
        int element = array == null ? -1 : array.indexOf(graph.id(next));
        if (!field.isEmpty()) {
            return new Tie(Link.FIELD, field);
        }
        if (element >= 0) {
            return new Tie(Link.ELEMENT, Integer.toString(element));
        }
        return new Tie(graph.type(node) == next ? Link.CLASS : Link.DEFINED_CLASS, "");
    }
}
