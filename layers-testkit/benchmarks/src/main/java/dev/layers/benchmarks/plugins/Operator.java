package dev.layers.benchmarks.plugins;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** The provider of a plug-in, until it is unloaded. */
final class Operator implements Plugin {
    private final Unload unload;
    private UnaryOperator<String> operator;

    /** What a system does to unload. */
    interface Unload {
        void run() throws Exception;
    }

    /** Takes a provider of whatever type its system knows it as. */
    @SuppressWarnings("unchecked")
    Operator(Object operator, Unload unload) {
        this.operator = (UnaryOperator<String>) Objects.requireNonNull(operator, "operator");
        this.unload = unload;
    }

    @Override
    public String call(String text) {
        return operator.apply(text);
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
