package dev.layers.internal.boundary;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells which types are of the contract, and so known on both sides. */
final class ContractSide {
    private final Set<Class<?>> services;
    private final Predicate<Class<?>> foreign;
    private final Set<ClassLoader> loaders = new HashSet<>();

    /** Takes for the contract what lies beside {@code services} and is not foreign, and themselves even if they are of the JDK. */
    ContractSide(Collection<Class<?>> services, Predicate<Class<?>> foreign) {
        this.foreign = foreign;
        this.services = services.stream().filter(ContractSide::isOpenInterface).collect(Collectors.toUnmodifiableSet());
        services.stream()
                .filter(service -> !isOfJdk(service))
                .forEach(service -> loaders.add(service.getClassLoader()));
    }

    /** Returns whether {@code type} comes with the JVM; that says nothing about what its objects hold. */
    static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader.equals(ClassLoader.getPlatformClassLoader())) {
            return true;
        }
        Module module = type.getModule();
        return module.getLayer() == ModuleLayer.boot() && module.getName().startsWith("jdk.");
    }

    /** Returns whether everybody may name {@code type}: it and what encloses it is public, its package exported. */
    static boolean isVisible(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return type.getModule().isExported(type.getPackageName());
    }

    /** Returns whether {@code type} lies beside the services and everybody may name it. */
    boolean contains(Class<?> type) {
        return isBeside(type) && isVisible(type);
    }

    /** Returns whether objects may implement {@code type} on both sides. */
    boolean isService(Class<?> type) {
        return services.contains(type) || isServiceBeside(type);
    }

    private boolean isServiceBeside(Class<?> type) {
        return isOpenInterface(type) && contains(type);
    }

    private static boolean isOpenInterface(Class<?> type) {
        return type.isInterface() && !type.isAnnotation() && !type.isSealed();
    }

    private boolean isBeside(Class<?> type) {
        return !type.isPrimitive()
                && !type.isArray()
                && !isOfJdk(type)
                && loaders.contains(type.getClassLoader())
                && !foreign.test(type);
    }
}
