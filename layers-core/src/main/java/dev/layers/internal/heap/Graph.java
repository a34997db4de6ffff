package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds what: objects in the order of the dump, then classes, then what was sought and holds nothing. */
final class Graph {
    private final NodeIds ids;
    private final HeapClasses classes;
    private final int objects;
    private final Referents referents;
    private final Ints edges;
    /** Where the edges of a node start. */
    private final int[] starts;
    /** The node of the class of an object; -1 for classes. */
    private final int[] types;

    private final BitSet loaders = new BitSet();
    private final Map<Integer, int[]> defined = new HashMap<>();
    private final int[] none = {};

    /** Creates a graph without edges of what was indexed. */
    Graph(NodeIds ids, HeapClasses classes, int objects, Budget budget) throws NoRoomException {
        this.ids = ids;
        this.classes = classes;
        this.objects = objects;
        referents = new Referents(budget);
        edges = new Ints(budget);
        starts = budget.ints(ids.size() + 1);
        types = budget.ints(ids.size());
    }

    int size() {
        return types.length;
    }

    /** Returns how many nodes are objects that hold something. */
    int objects() {
        return objects;
    }

    long id(int node) {
        return ids.id(node);
    }

    /** Returns the node of an id, or -1. */
    int node(long id) {
        return ids.node(id);
    }

    Referents referents() {
        return referents;
    }

    void start(int node, @Nullable HeapClass type) {
        starts[node] = edges.size();
        types[node] = type == null ? -1 : objects + type.index();
    }

    void addEdge(long id) throws NoRoomException {
        int node = id == 0 ? -1 : ids.node(id);
        if (node >= 0) {
            edges.add(node);
        }
    }

    void addReferent(int node, long referent, Strength strength) throws NoRoomException {
        if (referent != 0) {
            referents.add(node, referent, strength);
        }
    }

    /** Adds what classes hold, after all objects. */
    void addClasses() throws NoRoomException {
        for (HeapClass type : classes.all()) {
            start(objects + type.index(), null);
            ClassRecord record = type.record();
            if (record != null) {
                addClass(record);
            }
        }
        for (int node = objects + classes.all().size(); node < size(); node++) {
            start(node, null);
        }
        starts[size()] = edges.size();
        addDefined();
    }

    private void addClass(ClassRecord record) throws NoRoomException {
        addEdge(record.superclass());
        addEdge(record.loader());
        addEdge(record.signers());
        addEdge(record.domain());
        for (int i = 0; i < record.statics(); i++) {
            addEdge(record.staticValue(i));
        }
    }

    /** A loader keeps its classes, whatever its fields say; not the hidden ones. */
    private void addDefined() {
        Map<Long, List<HeapClass>> byLoader = classes.all().stream()
                .filter(type -> type.loader() != 0 && !type.isHidden())
                .collect(Collectors.groupingBy(HeapClass::loader));
        byLoader.forEach((loader, types) -> addDefined(ids.node(loader), types));
    }

    private void addDefined(int loader, List<HeapClass> types) {
        if (loader >= 0) {
            loaders.set(loader);
            defined.put(loader, types.stream().mapToInt(this::node).toArray());
        }
    }

    int edgesStart(int node) {
        return starts[node];
    }

    int edgesEnd(int node) {
        return starts[node + 1];
    }

    int edge(int index) {
        return edges.get(index);
    }

    /** Returns the node of the class of an object, or -1. */
    int type(int node) {
        return types[node];
    }

    /** Returns the classes a loader keeps; none for what is no loader. */
    int[] defined(int node) {
        return loaders.get(node) ? defined.getOrDefault(node, none) : none;
    }

    boolean isClass(int node) {
        return node >= objects && node < objects + classes.all().size();
    }

    /** Returns the class a class node is of, or that an object is of; null if unknown. */
    @Nullable
    HeapClass classOf(int node) {
        int found = isClass(node) ? node : types[node];
        return found < 0 ? null : classes.all().get(found - objects);
    }

    /** Returns the node of a class. */
    int node(HeapClass type) {
        return objects + type.index();
    }

    HeapClasses classes() {
        return classes;
    }
}
