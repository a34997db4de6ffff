package dev.layers.docs.change;

import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.util.Optional;
import java.util.function.Predicate;
import javassist.CtConstructor;
import javassist.CtMember;
import javassist.CtMethod;
import javassist.Modifier;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.AnnotationDefaultAttribute;

/** Which changes break somebody outside; a comparison member by member does not ask who can see, call or extend it. */
final class Verdict {
    private final TypePair pair;

    Verdict(TypePair pair) {
        this.pair = pair;
    }

    boolean saw(CtMember old) {
        return pair.saw(old.getModifiers());
    }

    boolean isNew(JApiMethod method) {
        return method.getOldMethod().isEmpty()
                && method.getNewMethod()
                        .filter(is -> isNew(is) && pair.old().method(is).isEmpty())
                        .isPresent();
    }

    boolean isNew(JApiConstructor constructor) {
        return constructor.getOldConstructor().filter(this::isSeen).isEmpty()
                && constructor.getNewConstructor().filter(this::isNew).isPresent();
    }

    boolean isNew(JApiField field) {
        return field.getOldFieldOptional().isEmpty()
                && field.getNewFieldOptional()
                        .filter(is -> isNew(is) && pair.old().field(is).isEmpty())
                        .isPresent();
    }

    /** Returns whether a method that was inherited and overridden by others is declared now, and final. */
    boolean isClosing(JApiMethod method) {
        return method.getOldMethod().isEmpty()
                && method.getNewMethod()
                        .filter(is -> Modifier.isFinal(is.getModifiers()))
                        .filter(is -> pair.old().method(is).isPresent()
                                && pair.reach().isOverridable(pair.oldType(), is))
                        .isPresent();
    }

    /** Returns whether there may be somebody who feels a change of a method. */
    boolean feels(Party party, JApiMethod method) {
        return party == Party.CALLERS
                || method.getOldMethod()
                        .filter(old -> !Modifier.isStatic(old.getModifiers())
                                && pair.reach().isOverridable(pair.oldType(), old))
                        .isPresent();
    }

    boolean ofType(JApiCompatibilityChangeType change) {
        return switch (change) {
            case CLASS_NOW_ABSTRACT -> Reach.isInstantiable(pair.oldType());
            case CLASS_NOW_NOT_EXTENDABLE -> Reach.isExtendable(pair.oldType());
            // Told member by member, by what is inherited.
            case METHOD_REMOVED_IN_SUPERCLASS,
                    FIELD_REMOVED_IN_SUPERCLASS,
                    METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
                    METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE -> false;
            case CLASS_GENERIC_TEMPLATE_CHANGED, CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED ->
                !GenericShape.bounds(pair.oldType()).equals(GenericShape.bounds(pair.newType()));
            default -> true;
        };
    }

    Predicate<JApiCompatibilityChangeType> of(JApiMethod method) {
        Optional<CtMethod> old = method.getOldMethod();
        Optional<CtMethod> now = method.getNewMethod();
        return change -> old.map(was -> ofOld(change, was)
                        && !(isOfVariables(change)
                                && now.filter(is -> hasSameBounds(was, is)).isPresent()))
                .or(() -> now.map(is -> ofNew(change, is)))
                .orElse(true);
    }

    Predicate<JApiCompatibilityChangeType> of(JApiConstructor constructor) {
        Optional<CtConstructor> old = constructor.getOldConstructor();
        Optional<CtConstructor> now = constructor.getNewConstructor();
        return change -> change != JApiCompatibilityChangeType.METHOD_PARAMETER_GENERICS_CHANGED
                && old.map(was -> isSeen(was) && !isForSubclassesStill(was, now))
                        .orElse(true);
    }

    Predicate<JApiCompatibilityChangeType> of(JApiField field) {
        return change -> change != JApiCompatibilityChangeType.FIELD_GENERICS_CHANGED
                && field.getOldFieldOptional()
                        .map(was -> pair.saw(was.getModifiers())
                                && !(change == JApiCompatibilityChangeType.FIELD_REMOVED
                                        && pair.now().field(was).isPresent()))
                        .orElse(true);
    }

    private static boolean isOfVariables(JApiCompatibilityChangeType change) {
        return change == JApiCompatibilityChangeType.CLASS_GENERIC_TEMPLATE_CHANGED
                || change == JApiCompatibilityChangeType.CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED;
    }

    /** Returns whether type variables differ in name only. */
    private static boolean hasSameBounds(CtMethod was, CtMethod is) {
        return GenericShape.bounds(was).equals(GenericShape.bounds(is));
    }

    private boolean ofOld(JApiCompatibilityChangeType change, CtMethod was) {
        if (!pair.saw(was.getModifiers())) {
            return false;
        }
        return switch (change) {
            case METHOD_REMOVED, METHOD_RETURN_TYPE_CHANGED ->
                pair.now().method(was).isEmpty();
            case METHOD_NOW_FINAL -> pair.reach().isOverridable(pair.oldType(), was);
            case METHOD_NOW_ABSTRACT -> pair.isExtended();
            case METHOD_ABSTRACT_NOW_DEFAULT, METHOD_PARAMETER_GENERICS_CHANGED, METHOD_RETURN_TYPE_GENERICS_CHANGED ->
                false;
            default -> true;
        };
    }

    private boolean ofNew(JApiCompatibilityChangeType change, CtMethod is) {
        return switch (change) {
            case METHOD_ADDED_TO_INTERFACE, METHOD_ABSTRACT_ADDED_TO_CLASS ->
                isElement()
                        ? hasNoDefault(is)
                        : Modifier.isAbstract(is.getModifiers()) && pair.isExtended() && isUnheardOf(is);
            default -> true;
        };
    }

    /** Returns whether others see it, and it was not made by the compiler only. */
    private boolean isNew(CtMember is) {
        return pair.sees(is.getModifiers()) && (is.getModifiers() & AccessFlag.SYNTHETIC) == 0;
    }

    private boolean isElement() {
        return pair.newType().isAnnotation();
    }

    private static boolean hasNoDefault(CtMethod element) {
        return element.getMethodInfo2().getAttribute(AnnotationDefaultAttribute.tag) == null;
    }

    /** Returns whether nothing above the old type had the method; every class has those of Object. */
    private boolean isUnheardOf(CtMethod is) {
        return pair.old()
                .method(is)
                .filter(known -> Modifier.isPublic(known.getModifiers())
                        || !pair.oldType().isInterface())
                .isEmpty();
    }

    private boolean isSeen(CtConstructor was) {
        boolean isForSubclasses = Modifier.isProtected(was.getModifiers())
                || Modifier.isAbstract(pair.oldType().getModifiers());
        return isForSubclasses
                ? Lineage.isVisible(was.getModifiers()) && Reach.isExtendable(pair.oldType())
                : Modifier.isPublic(was.getModifiers());
    }

    /** Returns whether only subclasses could call a constructor, and still can. */
    private boolean isForSubclassesStill(CtConstructor was, Optional<CtConstructor> now) {
        return Modifier.isAbstract(pair.oldType().getModifiers())
                && Modifier.isPublic(was.getModifiers())
                && now.filter(is -> Modifier.isProtected(is.getModifiers())).isPresent();
    }
}
