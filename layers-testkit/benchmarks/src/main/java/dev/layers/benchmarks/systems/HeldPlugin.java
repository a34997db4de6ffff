package dev.layers.benchmarks.systems;

import java.lang.ref.WeakReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A plug-in by its operator, which is held until the plug-in is unloaded.
 *
 * <p>Drivers extend it by classes, not by lambdas: the first lambda of a JVM costs more than a bare load does.
 */
abstract class HeldPlugin implements Plugin {
    private UnaryOperator<String> operator;

    HeldPlugin(UnaryOperator<String> operator) {
        this.operator = operator;
    }

    /** Does what the system wants done; holds nothing of the plug-in from then on. */
    abstract void release() throws Exception;

    @Override
    public final String call(String text) {
        return operator.apply(text);
    }

    @Override
    @SuppressWarnings("NullAway") // nobody calls what was unloaded
    public final BooleanSupplier unload() throws Exception {
        WeakReference<ClassLoader> loader =
                new WeakReference<>(operator.getClass().getClassLoader());
        operator = null;
        release();
        return () -> loader.refersTo(null);
    }
}
