package dev.layers.internal.boundary;

import dev.layers.internal.reference.Crossing;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The references that exist, each found by the object it stands for.
 *
 * <p>They are held weakly, and the objects by them alone: an entry knows its object through its reference, so a look-up
 * makes no key. It takes no lock and may miss what is being added or moved; adding looks again under the lock.
 */
final class LiveReferences {
    private final ReentrantLock lock = new ReentrantLock();
    /** Replaced under the lock; its length is a power of two. */
    private volatile AtomicReferenceArray<@Nullable Entry> buckets = new AtomicReferenceArray<>(16);

    /** Guarded by the lock. */
    private int size;

    /** Guarded by the lock. */
    private boolean closed;

    private static final class Entry extends WeakReference<Crossing> {
        private final int hash;
        private volatile @Nullable Entry next;

        private Entry(Crossing reference, int hash) {
            super(reference);
            this.hash = hash;
        }
    }

    /** Returns the reference to {@code object}, if there is one. */
    @Nullable
    Crossing find(Object object) {
        int hash = System.identityHashCode(object);
        AtomicReferenceArray<@Nullable Entry> all = buckets;
        for (Entry entry = all.get(hash & (all.length() - 1)); entry != null; entry = entry.next) {
            if (entry.hash == hash) {
                Crossing reference = entry.get();
                if (reference != null && isTo(object, reference)) {
                    return reference;
                }
            }
        }
        return null;
    }

    /** Returns {@code made} or the reference to {@code object} that somebody added before; cut once all are. */
    Crossing add(Object object, Crossing made) {
        lock.lock();
        try {
            Crossing known = find(object);
            if (known != null) {
                return known;
            }
            if (closed) {
                Crossing.cut(made);
            } else {
                insert(new Entry(made, System.identityHashCode(object)));
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    /** Returns all references. */
    List<Crossing> all() {
        lock.lock();
        try {
            return live();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all references out; what is added from now on is cut. */
    List<Crossing> close() {
        lock.lock();
        try {
            closed = true;
            List<Crossing> live = live();
            buckets = new AtomicReferenceArray<>(1);
            size = 0;
            return live;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many entries there are, collected ones included until room is needed. */
    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ReferenceEquality") // a reference stands for one object, not for its equals
    private static boolean isTo(Object object, Crossing reference) {
        Object target = Crossing.target(reference);
        return target != null && (target == object || StandIn.behind(target) == object);
    }

    private void insert(Entry entry) {
        if (size >= buckets.length()) {
            sweep();
        }
        link(entry, buckets);
        size++;
    }

    /** Leaves out what was collected, and makes room for as many again as are left. */
    private void sweep() {
        List<Entry> left = entries();
        int length = 16;
        while (length < left.size() * 2) {
            length *= 2;
        }
        AtomicReferenceArray<@Nullable Entry> swept = new AtomicReferenceArray<>(length);
        left.forEach(entry -> link(entry, swept));
        buckets = swept;
        size = left.size();
    }

    private static void link(Entry entry, AtomicReferenceArray<@Nullable Entry> into) {
        int index = entry.hash & (into.length() - 1);
        entry.next = into.get(index);
        into.set(index, entry);
    }

    private List<Entry> entries() {
        List<Entry> left = new ArrayList<>();
        for (int i = 0; i < buckets.length(); i++) {
            for (Entry entry = buckets.get(i); entry != null; entry = entry.next) {
                if (!entry.refersTo(null)) {
                    left.add(entry);
                }
            }
        }
        return left;
    }

    private List<Crossing> live() {
        List<Crossing> live = new ArrayList<>();
        for (Entry entry : entries()) {
            Crossing reference = entry.get();
            if (reference != null) {
                live.add(reference);
            }
        }
        return live;
    }
}
