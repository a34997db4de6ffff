package dev.layers.internal.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntUnaryOperator;

/** A provider whose frames say to which generation it belongs: each has a class of its own, in a loader of that name. */
public final class Successor implements Succession {
    private final IntUnaryOperator body;

    /** Creates a provider that does what {@code body} says. */
    public Successor(IntUnaryOperator body) {
        this.body = body;
    }

    @Override
    public int next(int value) {
        return body.applyAsInt(value);
    }

    /** Returns one of a new class. */
    static Succession of(String generation, IntUnaryOperator body) {
        Module own = Successor.class.getModule();
        Loader loader = new Loader(generation);
        if (own.isNamed()) {
            own.addExports(Successor.class.getPackageName(), loader.getUnnamedModule());
        }
        try {
            return (Succession)
                    loader.define().getConstructor(IntUnaryOperator.class).newInstance(body);
        } catch (ReflectiveOperationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Loader extends ClassLoader {
        Loader(String name) {
            super(name, Successor.class.getClassLoader());
        }

        Class<?> define() throws IOException {
            try (InputStream bytes = Successor.class.getResourceAsStream("Successor.class")) {
                byte[] all = bytes.readAllBytes();
                return defineClass(Successor.class.getName(), all, 0, all.length);
            }
        }
    }
}
