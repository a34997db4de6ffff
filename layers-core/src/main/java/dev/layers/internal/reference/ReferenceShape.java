package dev.layers.internal.reference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What generated classes look like that stand for objects of some interfaces. */
public final class ReferenceShape {
    private final List<Class<?>> interfaces;
    private final List<MethodPlan> methods;
    private final Map<String, ClassFile> files = new ConcurrentHashMap<>();

    /**
     * Creates a shape.
     *
     * @param interfaces what the classes implement, the first one naming them; all public and exported
     * @param methods what they override, no two of one name and descriptor
     */
    public ReferenceShape(List<Class<?>> interfaces, List<MethodPlan> methods) {
        this.interfaces = List.copyOf(interfaces);
        this.methods = List.copyOf(methods);
    }

    /** Returns what the classes implement. */
    public List<Class<?>> interfaces() {
        return interfaces;
    }

    /** Returns what they override. */
    public List<MethodPlan> methods() {
        return methods;
    }

    /** Returns the class file of one kind, which is written once. */
    ClassFile file(String kind, Supplier<ClassFile> writing) {
        return files.computeIfAbsent(kind, absent -> writing.get());
    }
}
