package dev.layers.internal.heap;

import dev.layers.internal.hprof.Body;
import dev.layers.internal.hprof.DumpVisitor;
import java.io.IOException;

/** Finds what the objects refer to. */
final class EdgeScan implements DumpVisitor {
    private final HeapClasses classes;
    private final Graph graph;
    private int next;

    EdgeScan(HeapClasses classes, Graph graph) {
        this.classes = classes;
        this.graph = graph;
    }

    /** Returns whether this object is the next node: both scans see all in the same order. */
    private boolean isNext(long id) {
        return next < graph.objects() && graph.id(next) == id;
    }

    @Override
    public void instance(long id, long typeId, Body fields) throws IOException {
        if (!isNext(id)) {
            return;
        }
        HeapClass type = classes.of(typeId);
        graph.start(next, type);
        Layout layout = type == null ? null : type.layout();
        if (layout != null && fields.length() >= layout.length()) {
            addFields(layout, fields);
        }
        next++;
    }

    private void addFields(Layout layout, Body fields) throws IOException {
        for (int offset : layout.references()) {
            graph.addEdge(fields.idAt(offset));
        }
        if (layout.referent() >= 0) {
            long referent = fields.idAt(layout.referent());
            graph.addReferent(next, referent, layout.strength());
        }
    }

    @Override
    public void objects(long id, long typeId, Body elements) throws IOException {
        if (!isNext(id)) {
            return;
        }
        graph.start(next, classes.of(typeId));
        for (int left = elements.length(); left > 0; left--) {
            graph.addEdge(elements.next());
        }
        next++;
    }
}
