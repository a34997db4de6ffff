package dev.layers.internal.boundary;

import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One direction over a border without anything behind it, which says all it does. */
final class FakeDirection extends Direction {
    /** Shows which strings passed; refuses numbers. */
    static final Passage UPPER = (value, way) -> {
        if (value instanceof Integer) {
            throw ((Direction) way).refused("the number " + value);
        }
        return value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
    };

    /** What is left behind, in either direction. */
    final Set<Runnable> left;

    private final String name;
    private final FakeDirection back;
    private final boolean[] open;
    private boolean shutDeliveries;

    FakeDirection() {
        name = "out";
        left = Collections.newSetFromMap(new IdentityHashMap<>());
        open = new boolean[] {true};
        back = new FakeDirection(this);
    }

    private FakeDirection(FakeDirection back) {
        this.back = back;
        name = "in";
        left = back.left;
        open = back.open;
    }

    /** An exception that crossed; it holds no stack. */
    static final class Crossed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crossed(String message) {
            super(message, null, false, false);
        }
    }

    /** Lets no call go either way. */
    void shut() {
        open[0] = false;
    }

    /** Delivers nothing this way any more. */
    void shutDeliveries() {
        shutDeliveries = true;
    }

    /** Does what happens when the generation goes. */
    void release() {
        shut();
        List<Runnable> ends = new ArrayList<>(left);
        left.clear();
        ends.forEach(Runnable::run);
    }

    @Override
    public FakeDirection back() {
        return back;
    }

    @Override
    public boolean isOpen() {
        return open[0];
    }

    @Override
    public void refuse(Crossing reference) {
        throw new UnsupportedOperationException();
    }

    /** Copies two types as such; what crossed already stays. */
    @Override
    public Throwable thrown(Throwable thrown, String method) {
        if (thrown instanceof Crossed) {
            return thrown;
        }
        String message = name + " " + method + " " + thrown;
        if (thrown instanceof IOException) {
            return new IOException(message);
        }
        return thrown instanceof CancellationException ? new CancellationException(message) : new Crossed(message);
    }

    @Override
    public @Nullable ClassLoader contextLoader() {
        return null;
    }

    @Override
    RuntimeException unloaded(String what) {
        return new Crossed("unloaded " + what);
    }

    @Override
    @Nullable
    Object call(Callable<?> code) throws Throwable {
        try {
            return code.call();
        } catch (Throwable thrown) {
            throw back.thrown(thrown, "call");
        }
    }

    @Override
    boolean deliver(Runnable code) {
        if (shutDeliveries) {
            return false;
        }
        code.run();
        return true;
    }

    @Override
    RuntimeException refused(String found) {
        return new Crossed("refused " + found);
    }

    @Override
    Left leave(Runnable end) {
        if (!open[0]) {
            end.run();
            return () -> {};
        }
        left.add(end);
        return () -> left.remove(end);
    }
}
