package dev.layers.internal.heap;

import dev.layers.internal.hprof.Body;
import dev.layers.internal.hprof.ClassRecord;
import dev.layers.internal.hprof.DumpVisitor;
import dev.layers.internal.hprof.FrameRecord;
import dev.layers.internal.hprof.RootRecord;
import java.io.IOException;

/** Finds the classes, the roots, and the objects that hold something. */
final class NodeScan implements DumpVisitor {
    private final HeapClasses classes;
    private final Roots roots;
    private final Marks marks;
    private final NodeIds nodes;
    private boolean isComplete = true;

    NodeScan(HeapClasses classes, Roots roots, Marks marks, NodeIds nodes) {
        this.classes = classes;
        this.roots = roots;
        this.marks = marks;
        this.nodes = nodes;
    }

    /** Returns whether the class of each object stood before it. */
    boolean isComplete() {
        return isComplete;
    }

    @Override
    public void idsOf(int size) {
        classes.useIdsOf(size);
    }

    @Override
    public void text(long id, byte[] text) throws IOException {
        classes.names().add(id, text);
    }

    @Override
    public void loaded(int serial, long id, long name) throws IOException {
        classes.load(serial, id, name);
    }

    @Override
    public void frame(FrameRecord frame) throws IOException {
        roots.add(frame);
    }

    @Override
    public void stack(int serial, long[] frames) throws IOException {
        roots.add(serial, frames);
    }

    @Override
    public void root(RootRecord root) throws IOException {
        roots.add(root);
    }

    @Override
    public void type(ClassRecord type) throws IOException {
        classes.define(type);
    }

    @Override
    public void instance(long id, long typeId, Body fields) throws IOException {
        HeapClass type = classes.of(typeId);
        Layout layout = type == null ? null : classes.layout(type);
        if (type == null || layout == null) {
            isComplete = false;
            nodes.add(id);
            return;
        }
        if (layout.isNode() || (!layout.isLeaf() && holds(layout, fields))) {
            nodes.add(id);
        }
        if (type.isMark() && fields.length() >= layout.length()) {
            marks.addMark(layout, fields);
        }
    }

    private static boolean holds(Layout layout, Body fields) {
        if (fields.length() < layout.length()) {
            return false;
        }
        for (int offset : layout.references()) {
            if (fields.idAt(offset) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void objects(long id, long typeId, Body elements) throws IOException {
        HeapClass type = classes.of(typeId);
        isComplete &= type != null && type.record() != null;
        if (type != null && type.isMarkArray()) {
            marks.addArray(id, elements);
            nodes.add(id);
        } else if (type == null || type.loader() != 0 || holds(elements)) {
            nodes.add(id);
        }
    }

    private static boolean holds(Body elements) throws IOException {
        for (int left = elements.length(); left > 0; left--) {
            if (elements.next() != 0) {
                return true;
            }
        }
        return false;
    }
}
