package dev.layers.internal.heap;

import dev.layers.internal.hprof.FrameRecord;
import dev.layers.internal.hprof.RootRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roots in a dump, and the stacks of its threads. */
final class Roots {
    private static final long ESTIMATE = 48;

    private final Budget budget;
    private final List<RootRecord> roots = new ArrayList<>();
    private final Map<Integer, RootRecord> threads = new HashMap<>();
    private final Map<Long, FrameRecord> frames = new HashMap<>();
    private final Map<Integer, long[]> stacks = new HashMap<>();

    Roots(Budget budget) {
        this.budget = budget;
    }

    void add(RootRecord root) throws NoRoomException {
        budget.take(ESTIMATE);
        roots.add(root);
        if (root.tag() == RootRecord.THREAD_OBJECT) {
            threads.put(root.thread(), root);
        }
    }

    void add(FrameRecord frame) throws NoRoomException {
        budget.take(2 * ESTIMATE);
        frames.put(frame.id(), frame);
    }

    void add(int serial, long[] stack) throws NoRoomException {
        budget.take(2 * ESTIMATE + (long) stack.length * Long.BYTES);
        stacks.put(serial, stack);
    }

    List<RootRecord> all() {
        return roots;
    }

    /** Returns the id of the thread object a root belongs to; 0 if there is none. */
    long threadOf(RootRecord root) {
        RootRecord thread = threads.get(root.thread());
        return root.thread() == 0 || thread == null ? 0 : thread.id();
    }

    /** Returns the stack of the thread a root belongs to, from the frame on that holds it, innermost first. */
    List<FrameRecord> stackOf(RootRecord root) {
        RootRecord thread = threads.get(root.thread());
        long[] stack = thread == null ? null : stacks.get(thread.place());
        List<FrameRecord> found = new ArrayList<>();
        boolean isThread = root.tag() == RootRecord.THREAD_OBJECT;
        for (int i = isThread ? 0 : Math.max(0, root.place()); stack != null && i < stack.length; i++) {
            FrameRecord frame = frames.get(stack[i]);
            if (frame != null) {
                found.add(frame);
            }
        }
        return found;
    }

    /** Forgets all, to be filled again. */
    void clear() {
        roots.clear();
        threads.clear();
        frames.clear();
        stacks.clear();
    }
}
