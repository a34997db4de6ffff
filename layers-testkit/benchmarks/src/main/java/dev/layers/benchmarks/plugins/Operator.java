package dev.layers.benchmarks.plugins;

import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A plug-in by its provider, which is held until the plug-in is unloaded. */
final class Operator implements Plugin {
    private final Callable<?> lookUp;
    private final Unload unload;
    private UnaryOperator<String> operator;

    /** What a system does to unload. */
    interface Unload {
        void run() throws Exception;
    }

    /** Looks for the provider. */
    @SuppressWarnings("unchecked")
    Operator(Callable<?> lookUp, Unload unload) throws Exception {
        this.lookUp = lookUp;
        this.unload = unload;
        operator = (UnaryOperator<String>) lookUp.call();
    }

    @Override
    public String call(String text) {
        return operator.apply(text);
    }

    @Override
    public Object lookUp() throws Exception {
        return lookUp.call();
    }

    @Override
    public BooleanSupplier unload() throws Exception {
        WeakReference<ClassLoader> loader =
                new WeakReference<>(operator.getClass().getClassLoader());
        operator = null;
        unload.run();
        return () -> loader.refersTo(null);
    }
}
