package dev.layers.benchmarks.plugins;

import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A plug-in by its provider, which is held until the plug-in is unloaded. */
final class Operator implements Plugin {
    private Held held;

    /** What a system does to unload. */
    interface Unload {
        void run() throws Exception;
    }

    /** All that leads to the plug-in. */
    private record Held(UnaryOperator<String> operator, Callable<?> lookUp, Unload unload) {}

    /** Looks for the provider. */
    @SuppressWarnings("unchecked")
    Operator(Callable<?> lookUp, Unload unload) throws Exception {
        held = new Held((UnaryOperator<String>) lookUp.call(), lookUp, unload);
    }

    @Override
    public String call(String text) {
        return held.operator().apply(text);
    }

    @Override
    public Object lookUp() throws Exception {
        return held.lookUp().call();
    }

    @Override
    public BooleanSupplier unload() throws Exception {
        Unload unload = held.unload();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(held.operator().getClass().getClassLoader());
        held = null;
        unload.run();
        return () -> loader.refersTo(null);
    }
}
