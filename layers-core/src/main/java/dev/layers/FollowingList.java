package dev.layers;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An unmodifiable list that is made anew whenever somebody looks; a walk over it sees one state. */
final class FollowingList<S> extends AbstractList<S> {
    private final Supplier<List<S>> now;

    FollowingList(Supplier<List<S>> now) {
        this.now = now;
    }

    @Override
    public S get(int index) {
        return now.get().get(index);
    }

    @Override
    public int size() {
        return now.get().size();
    }

    @Override
    public Iterator<S> iterator() {
        return now.get().iterator();
    }

    @Override
    public ListIterator<S> listIterator(int index) {
        return now.get().listIterator(index);
    }

    @Override
    public Object[] toArray() {
        return now.get().toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return now.get().toArray(array);
    }

    @Override
    public Stream<S> stream() {
        return now.get().stream();
    }
}
