package dev.layers.internal.woven;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects that something else keeps alive, for as long as it does.
 *
 * @param <T> what they are
 */
final class WeakBag<T> {
    private final Set<Reference<? extends T>> references = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<T> gone = new ReferenceQueue<>();

    /** Adds one; the returned reference removes it again. */
    Reference<T> add(T object) {
        purge();
        Reference<T> reference = new WeakReference<>(object, gone);
        references.add(reference);
        return reference;
    }

    void remove(Reference<T> reference) {
        references.remove(reference);
    }

    /** Returns those that live. */
    List<T> live() {
        purge();
        return references.stream()
                .<T>map(Reference::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns how many references there are. */
    int size() {
        return references.size();
    }

    private void purge() {
        Reference<? extends T> next = gone.poll();
        while (next != null) {
            references.remove(next);
            next = gone.poll();
        }
    }
}
