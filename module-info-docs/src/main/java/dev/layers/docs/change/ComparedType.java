package dev.layers.docs.change;

import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import japicmp.model.JApiParameter;
import japicmp.model.JApiReturnType;
import japicmp.model.JApiType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type and its members in both releases. */
final class ComparedType {
    private final String module;
    private final JApiClass type;
    private final Reach reach;
    private final List<Change> changes = new ArrayList<>();

    ComparedType(String module, JApiClass type, Reach reach) {
        this.module = module;
        this.type = type;
        this.reach = reach;
    }

    Stream<Change> changes() {
        // A type that comes or goes as a whole is told once.
        if (isChanged()) {
            TypePair.of(type, reach).ifPresent(this::add);
        } else {
            addBreaking(name(), type, change -> true, "");
            addNew(name(), type.getChangeStatus() == JApiChangeStatus.NEW);
        }
        return changes.stream();
    }

    private boolean isChanged() {
        return type.getChangeStatus() == JApiChangeStatus.MODIFIED
                || type.getChangeStatus() == JApiChangeStatus.UNCHANGED;
    }

    private void add(TypePair pair) {
        Verdict verdict = new Verdict(pair);
        addBreaking(name(), type, verdict::ofType, "");
        changes.addAll(new Inherited(module, pair).changes());
        changes.addAll(Sealing.changes(module, pair));
        type.getMethods().forEach(method -> add(method, verdict));
        type.getConstructors().forEach(constructor -> add(constructor, verdict));
        type.getFields().forEach(field -> add(field, verdict));
    }

    private void add(JApiMethod method, Verdict verdict) {
        String subject = name() + "." + method.getName() + parameters(method);
        int before = changes.size();
        addBreaking(subject, method, verdict.of(method), types(method.getReturnType()));
        if (verdict.isClosing(method)) {
            addBreaking(subject, "now final", Party.PROVIDERS);
        }
        Optional<GenericShape> was = method.getOldMethod().filter(verdict::saw).flatMap(GenericShape::of);
        Optional<GenericShape> is = method.getNewMethod().flatMap(GenericShape::of);
        addGenerics(subject, generics(was, is), party -> verdict.feels(party, method));
        addNew(subject, changes.size() == before && verdict.isNew(method));
    }

    private void add(JApiConstructor constructor, Verdict verdict) {
        String subject = name() + parameters(constructor);
        int before = changes.size();
        addBreaking(subject, constructor, verdict.of(constructor), "");
        Optional<GenericShape> was =
                constructor.getOldConstructor().filter(verdict::saw).flatMap(GenericShape::of);
        Optional<GenericShape> is = constructor.getNewConstructor().flatMap(GenericShape::of);
        addGenerics(subject, generics(was, is), Party.CALLERS::equals);
        addNew(subject, changes.size() == before && verdict.isNew(constructor));
    }

    private void add(JApiField field, Verdict verdict) {
        String subject = name() + "." + field.getName();
        int before = changes.size();
        addBreaking(subject, field, verdict.of(field), types(field.getType()));
        Optional<GenericShape> was =
                field.getOldFieldOptional().filter(verdict::saw).flatMap(GenericShape::of);
        Optional<GenericShape> is = field.getNewFieldOptional().flatMap(GenericShape::of);
        addGenerics(subject, generics(was, is), Party.CALLERS::equals);
        addNew(subject, changes.size() == before && verdict.isNew(field));
    }

    private void addGenerics(String subject, Map<String, Party> generics, Predicate<Party> isThere) {
        generics.forEach((what, party) -> {
            if (isThere.test(party)) {
                addBreaking(subject, what, party);
            }
        });
    }

    private static Map<String, Party> generics(Optional<GenericShape> old, Optional<GenericShape> now) {
        return old.flatMap(was -> now.map(is -> is.changes(was))).orElse(Map.of());
    }

    private void addBreaking(
            String subject, JApiCompatibility element, Predicate<JApiCompatibilityChangeType> verdict, String more) {
        element.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .map(change -> change.getType())
                .filter(verdict)
                .forEach(change -> addBreaking(subject, wording(change, more), partyOf(change)));
    }

    private String wording(JApiCompatibilityChangeType change, String more) {
        return isElementAdded(change) ? "added, without a default" : Wording.of(change, more);
    }

    private Party partyOf(JApiCompatibilityChangeType change) {
        return isElementAdded(change) ? Party.CALLERS : Wording.partyOf(change);
    }

    /** Returns whether an annotation has an element more; whoever writes the annotation feels it. */
    private boolean isElementAdded(JApiCompatibilityChangeType change) {
        return Wording.isAbstractAdded(change)
                && type.getNewClass().filter(now -> now.isAnnotation()).isPresent();
    }

    private void addBreaking(String subject, String what, Party party) {
        changes.add(Change.breaking(module, subject, what, party));
    }

    private void addNew(String subject, boolean isNew) {
        if (isNew) {
            changes.add(Change.harmless(module, subject, "added"));
        }
    }

    private String name() {
        return type.getFullyQualifiedName();
    }

    private static String types(JApiReturnType type) {
        return ", was " + type.getOldReturnType() + ", is " + type.getNewReturnType();
    }

    private static String types(JApiType type) {
        return ", was " + type.getOldValue() + ", is " + type.getNewValue();
    }

    private static String parameters(JApiBehavior method) {
        return method.getParameters().stream().map(JApiParameter::getType).collect(Collectors.joining(", ", "(", ")"));
    }
}
