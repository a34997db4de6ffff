package dev.layers.docs.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javassist.CtClass;
import javassist.CtField;
import javassist.CtMethod;
import javassist.Modifier;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.Descriptor;

/** What a type no longer is, and what it no longer has, or has new, from types that others do not see. */
final class Inherited {
    private final String module;
    private final TypePair pair;
    private final List<Change> changes = new ArrayList<>();

    Inherited(String module, TypePair pair) {
        this.module = module;
        this.pair = pair;
    }

    List<Change> changes() {
        addLostTypes();
        pair.old()
                .types()
                .skip(1)
                .filter(above -> pair.reach().isHidden(above) && !isToldAbove(above, pair.old()))
                .forEach(this::addLost);
        if (pair.isExtended()) {
            pair.now().types().skip(1).filter(this::isNews).forEach(this::addAbstract);
        }
        return changes;
    }

    private void addLostTypes() {
        List<CtClass> lost = pair.old()
                .types()
                .skip(1)
                .filter(above -> !pair.newNames().contains(above.getName())
                        && !pair.reach().isHidden(above))
                .toList();
        lost.stream().filter(above -> isLowest(above, lost)).forEach(above -> {
            boolean isImplemented = above.isInterface() && !pair.oldType().isInterface();
            add("", (isImplemented ? "no longer implements " : "no longer extends ") + above.getName(), Party.CALLERS);
        });
    }

    /** Returns whether no other type that is lost, too, brought it. */
    private static boolean isLowest(CtClass above, List<CtClass> lost) {
        return lost.stream()
                .filter(other -> !other.getName().equals(above.getName()))
                .noneMatch(other -> new Lineage(other).names().contains(above.getName()));
    }

    private void addLost(CtClass above) {
        for (CtMethod method : above.getDeclaredMethods()) {
            if (isInherited(above, method) && pair.saw(method.getModifiers())) {
                addLost(method, pair.now().method(method));
            }
        }
        for (CtField field : above.getDeclaredFields()) {
            if (pair.saw(field.getModifiers()) && pair.now().field(field).isEmpty()) {
                add("." + field.getName(), "removed", Party.CALLERS);
            }
        }
    }

    private void addLost(CtMethod was, Optional<CtMethod> is) {
        if (is.isEmpty()) {
            add(words(was), "removed", Party.CALLERS);
        } else if (isFinal(is.get()) && !isDeclared(is.get()) && pair.reach().isOverridable(pair.oldType(), was)) {
            add(words(was), "now final", Party.PROVIDERS);
        }
    }

    private void addAbstract(CtClass above) {
        for (CtMethod method : above.getDeclaredMethods()) {
            boolean isOpen = Modifier.isAbstract(method.getModifiers()) && isInherited(pair.now(), above, method);
            Optional<CtMethod> was = pair.old().method(method);
            if (isOpen && was.isEmpty()) {
                add(words(method), Wording.ABSTRACT_ADDED, Party.PROVIDERS);
            } else if (isOpen && !Modifier.isAbstract(was.orElseThrow().getModifiers())) {
                add(words(method), "now abstract", Party.PROVIDERS);
            }
        }
    }

    /** Returns whether a type above is one that is not told of by itself, or was not above before. */
    private boolean isNews(CtClass above) {
        boolean isNews = pair.reach().isHidden(above) || !pair.old().names().contains(above.getName());
        return isNews && !isToldAbove(above, pair.now());
    }

    /** Returns whether another type between, which is told of by itself, brings it, too. */
    private boolean isToldAbove(CtClass above, Lineage line) {
        return line.types()
                .skip(1)
                .filter(between -> !pair.reach().isHidden(between) && isInBoth(between.getName()))
                .filter(between -> !between.getName().equals(above.getName()))
                .anyMatch(between -> new Lineage(between).names().contains(above.getName()));
    }

    private boolean isInBoth(String name) {
        return pair.old().names().contains(name) && pair.newNames().contains(name);
    }

    private static boolean isInherited(Lineage line, CtClass above, CtMethod method) {
        return isCallable(above, method)
                && line.method(method)
                        .filter(found -> found.getDeclaringClass().getName().equals(above.getName()))
                        .isPresent();
    }

    /** Returns whether a type had a method from above; a compiler makes methods that only lead to one that is hidden. */
    private boolean isInherited(CtClass above, CtMethod method) {
        boolean isLedTo = isCallable(above, method)
                && pair.old().method(method).filter(Inherited::isSynthetic).isPresent();
        return isLedTo || isInherited(pair.old(), above, method);
    }

    private static boolean isCallable(CtClass above, CtMethod method) {
        return !(above.isInterface() && Modifier.isStatic(method.getModifiers())) && !isSynthetic(method);
    }

    private static boolean isSynthetic(CtMethod method) {
        return (method.getMethodInfo2().getAccessFlags() & AccessFlag.SYNTHETIC) != 0;
    }

    private boolean isDeclared(CtMethod method) {
        return method.getDeclaringClass().getName().equals(pair.newType().getName());
    }

    private static boolean isFinal(CtMethod method) {
        return Modifier.isFinal(method.getModifiers());
    }

    private static String words(CtMethod method) {
        String parameters = Descriptor.toString(method.getMethodInfo2().getDescriptor());
        return "." + method.getName() + parameters.replace(",", ", ");
    }

    private void add(String member, String what, Party party) {
        changes.add(Change.breaking(module, pair.oldType().getName() + member, what, party));
    }
}
