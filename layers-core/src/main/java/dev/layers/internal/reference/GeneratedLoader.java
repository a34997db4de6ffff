package dev.layers.internal.reference;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Defines one generated class beside the types that it names, and goes with it.
 *
 * <p>Ordinary classes in ordinary loaders: frames of hidden classes are left out of stack traces, and a drain goes by
 * frames.
 */
public final class GeneratedLoader extends ClassLoader {
    private static final String OWN_PACKAGE = GeneratedLoader.class.getPackageName();

    private final List<ClassLoader> types;
    private final List<Object> constants;
    private final IntFunction<CallSite> sites;

    /**
     * Creates the loader of one class.
     *
     * @param name what stands in stack frames
     * @param interfaces the types whose loaders know every type in their signatures
     * @param constants what the class initialises its constants with
     * @param sites what its call sites are linked to
     */
    GeneratedLoader(String name, List<Class<?>> interfaces, List<Object> constants, IntFunction<CallSite> sites) {
        super(name, null);
        this.types = interfaces.stream()
                .map(Class::getClassLoader)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.constants = List.copyOf(constants);
        this.sites = sites;
        Module own = GeneratedLoader.class.getModule();
        if (own.isNamed()) {
            own.addExports(OWN_PACKAGE, getUnnamedModule());
        }
    }

    /** Links a call site of a class. */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int index) {
        return ((GeneratedLoader) caller.lookupClass().getClassLoader()).sites.apply(index);
    }

    /** Returns the constant at {@code index} of the class that asks. */
    public static Object constant(Class<?> generated, int index) {
        return ((GeneratedLoader) generated.getClassLoader()).constants.get(index);
    }

    /**
     * Defines and initialises the class.
     *
     * <p>Its domain names no loader: on JDK 17 a thread that is born while the class is on the stack keeps the domain, and
     * with a loader in it what the constants hold.
     */
    Class<?> define(String name, byte[] bytes) {
        Class<?> defined = defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(null, null));
        try {
            return Class.forName(defined.getName(), true, this);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException("A class that was just defined is not there", impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> generated = findLoadedClass(name);
        if (generated != null) {
            return generated;
        }
        return name.startsWith(OWN_PACKAGE) ? Class.forName(name) : loadType(name);
    }

    private Class<?> loadType(String name) throws ClassNotFoundException {
        return Stream.concat(types.stream(), Stream.of(ClassLoader.getPlatformClassLoader()))
                .map(loader -> load(loader, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name));
    }

    private static @Nullable Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException elsewhere) {
            return null;
        }
    }
}
