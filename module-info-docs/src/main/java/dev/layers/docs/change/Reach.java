package dev.layers.docs.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtClass;
import javassist.CtMethod;
import javassist.Modifier;
import org.jspecify.annotations.Nullable;

/** What code outside of a release can extend, override and see. */
final class Reach {
    private final Map<String, List<Lineage>> extended = new HashMap<>();
    private final Set<String> told;
    private final Set<String> others;

    /**
     * Looks at types.
     *
     * @param exported those that others see
     * @param others names of public types of the release that nobody exports
     */
    Reach(List<CtClass> exported, Set<String> others) {
        told = exported.stream().map(CtClass::getName).collect(Collectors.toUnmodifiableSet());
        this.others = others;
        exported.stream().filter(Reach::isExtendable).map(Lineage::new).forEach(this::add);
    }

    /** Returns whether others know nothing of a type but what its subclasses inherit. */
    boolean isHidden(CtClass type) {
        return !told.contains(type.getName()) && (others.contains(type.getName()) || !isAccessible(type));
    }

    /** Returns whether others may have classes below a type, if only through a subclass of it. */
    boolean isExtended(CtClass type) {
        return extended.containsKey(type.getName());
    }

    boolean isOverridable(CtClass type, CtMethod method) {
        return extended.getOrDefault(type.getName(), List.of()).stream()
                .flatMap(line -> line.method(method).stream())
                .anyMatch(found -> !Modifier.isFinal(found.getModifiers()));
    }

    /** Returns whether others see a member of a type; one that is protected is for subclasses. */
    boolean sees(CtClass type, int modifiers) {
        return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && isExtended(type));
    }

    static boolean isExtendable(CtClass type) {
        return isAccessible(type)
                && !Modifier.isFinal(type.getModifiers())
                && !type.isEnum()
                && !type.isAnnotation()
                && !Sealing.isSealed(type)
                && (type.isInterface() || constructors(type).anyMatch(Lineage::isVisible));
    }

    static boolean isInstantiable(CtClass type) {
        return !Modifier.isAbstract(type.getModifiers()) && constructors(type).anyMatch(Modifier::isPublic);
    }

    static boolean isAccessible(CtClass type) {
        for (@Nullable CtClass each = type; each != null; each = outer(each)) {
            if (!Lineage.isVisible(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable CtClass outer(CtClass type) {
        int end = type.getName().lastIndexOf('$');
        boolean isNested = end > 0 && Modifier.isStatic(type.getModifiers());
        return isNested ? type.getClassPool().getOrNull(type.getName().substring(0, end)) : null;
    }

    private static Stream<Integer> constructors(CtClass type) {
        return Stream.of(type.getDeclaredConstructors()).map(constructor -> constructor.getModifiers());
    }

    private void add(Lineage line) {
        line.names()
                .forEach(name -> extended.computeIfAbsent(name, same -> new ArrayList<>())
                        .add(line));
    }
}
