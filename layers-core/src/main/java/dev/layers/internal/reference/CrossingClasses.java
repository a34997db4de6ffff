package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of references that merely cross, one for each set of interfaces. */
public final class CrossingClasses {
    private final String loaderName;
    private final boolean isSettingContext;
    private final Map<List<Class<?>>, Maker> makers = new ConcurrentHashMap<>();

    /** Makes references of one class. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Returns a new reference to {@code target}.
         *
         * @param way the direction in which its calls go
         * @param text what {@code toString} says
         */
        Crossing make(Way way, Object target, String text);
    }

    /**
     * Creates an empty set.
     *
     * @param loaderName the name of the loaders of the classes, which stands in stack frames
     * @param isSettingContext whether calls run with the context class loader of their way
     */
    public CrossingClasses(String loaderName, boolean isSettingContext) {
        this.loaderName = loaderName;
        this.isSettingContext = isSettingContext;
    }

    /** Returns the name of the loaders of the classes. */
    public String loaderName() {
        return loaderName;
    }

    /** Returns what makes references of {@code shape}. */
    public Maker maker(ReferenceShape shape) {
        return makers.computeIfAbsent(shape.interfaces(), absent -> create(shape));
    }

    private Maker create(ReferenceShape shape) {
        MethodHandle constructor = CrossingClass.define(loaderName, shape, isSettingContext);
        return (way, target, text) -> {
            try {
                return (Crossing) constructor.invokeExact(way, target, text);
            } catch (Throwable impossible) {
                throw new IllegalStateException("A reference cannot be made", impossible);
            }
        };
    }
}
