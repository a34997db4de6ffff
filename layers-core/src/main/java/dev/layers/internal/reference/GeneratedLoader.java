package dev.layers.internal.reference;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
    /** What generated classes name of ours; they ask again for each one that is defined. */
    private static final Map<String, Class<?>> OWN = Stream.of(
                    GeneratedLoader.class,
                    ServiceReference.class,
                    ReferenceTexts.class,
                    Crossing.class,
                    Way.class,
                    Passage.class,
                    TurnedBack.class,
                    Relay.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private static final String SITE = "call";

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
        this.types = loaders(interfaces);
        this.constants = constants;
        this.sites = sites;
        Module own = GeneratedLoader.class.getModule();
        if (own.isNamed()) {
            own.addExports(OWN_PACKAGE, getUnnamedModule());
        }
    }

    /** Returns the name of the call site at {@code index}. */
    static String siteName(int index) {
        return SITE + index;
    }

    /**
     * Links a call site of a class.
     *
     * <p>The types of a lookup, a string, a method type and a call site would be asked of the loader of each class anew.
     */
    public static Object link(Object caller, Object name, Object type) {
        Class<?> generated = ((MethodHandles.Lookup) caller).lookupClass();
        int index = Integer.parseInt(((String) name).substring(SITE.length()));
        return ((GeneratedLoader) generated.getClassLoader()).sites.apply(index);
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
        Class<?> own = OWN.get(name);
        return own == null ? loadType(name) : own;
    }

    private Class<?> loadType(String name) throws ClassNotFoundException {
        if (!name.startsWith("java.")) {
            for (ClassLoader loader : types) {
                Class<?> type = load(loader, name);
                if (type != null) {
                    return type;
                }
            }
        }
        return ClassLoader.getPlatformClassLoader().loadClass(name);
    }

    private static List<ClassLoader> loaders(List<Class<?>> interfaces) {
        List<ClassLoader> loaders = new ArrayList<>(interfaces.size());
        for (Class<?> type : interfaces) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null && !loaders.contains(loader)) {
                loaders.add(loader);
            }
        }
        return loaders;
    }

    private static @Nullable Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException elsewhere) {
            return null;
        }
    }
}
