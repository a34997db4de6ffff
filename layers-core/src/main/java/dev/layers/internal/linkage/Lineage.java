package dev.layers.internal.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * A type and all its super types, through which the JVM looks for members.
 *
 * @param classes the type itself, then its super classes upwards; an interface is followed by {@code Object}
 * @param interfaces all super interfaces, nearest first
 * @param isComplete whether every super type is known
 */
record Lineage(List<TypeFacts> classes, List<TypeFacts> interfaces, boolean isComplete) {
    /** No source has that many; class files that extend each other would have no end. */
    private static final int MOST = 256;

    Lineage {
        classes = List.copyOf(classes);
        interfaces = List.copyOf(interfaces);
    }

    /** Returns the lineage of a type of which nothing more is known. */
    static Lineage unknown(TypeFacts type) {
        return new Lineage(List.of(type), List.of(), false);
    }

    /** Returns the lineage of {@code type}; {@code superTypes} gives a super type of a type by name. */
    static Lineage of(TypeFacts type, BiFunction<TypeFacts, String, Optional<TypeFacts>> superTypes) {
        return new Climb(superTypes).from(type);
    }

    TypeFacts type() {
        return classes.get(0);
    }

    Stream<TypeFacts> all() {
        return Stream.concat(classes.stream(), interfaces.stream());
    }

    /** Returns how many steps it takes to look for something in all types. */
    long steps() {
        return all().mapToLong(type -> 1 + type.header().interfaces().size()).sum();
    }

    /** Returns how many steps it takes to look at all members. */
    long stepsOfMembers() {
        return all().mapToLong(type -> type.methods().size() + type.fields().size())
                .sum();
    }

    /** Returns how many steps it takes to look for the implementations of all methods that need one. */
    long stepsOfImplementations() {
        long wanted = all().flatMap(type ->
                        type.methods().values().stream().filter(method -> type.isInterface() || method.isAbstract()))
                .count();
        return stepsOfMembers() + wanted * steps();
    }

    boolean contains(String name) {
        return all().anyMatch(type -> type.name().equals(name));
    }

    /** Returns the method that a reference to this type means (JVMS 5.4.3.3 and 5.4.3.4). */
    Optional<Member> method(MemberSignature signature) {
        if (signature.isConstructor()) {
            return Optional.ofNullable(type().method(signature));
        }
        Optional<Member> inClass = classes.stream()
                .flatMap(type -> Stream.ofNullable(type.method(signature)))
                .filter(this::isSeen)
                .findFirst();
        return inClass.or(() -> inInterfaces(signature));
    }

    /** Returns the field that a reference to this type means (JVMS 5.4.3.2). */
    Optional<Member> field(MemberSignature signature) {
        return classes.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), above(List.of(type))))
                .flatMap(type -> Stream.ofNullable(type.field(signature)))
                .findFirst();
    }

    /** Returns the method that runs when one of that signature is called on an object of this class (JVMS 5.4.6). */
    Optional<Member> selected(MemberSignature signature) {
        return ofClass(signature).or(() -> theDefault(signature));
    }

    private Optional<Member> ofClass(MemberSignature signature) {
        for (TypeFacts type : classes) {
            Member method = type.method(signature);
            if (method != null && method.isOverriding()) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Returns the methods of the host that a class of this lineage has to implement and does not. */
    List<Member> unimplemented() {
        Map<MemberSignature, Member> methods = new LinkedHashMap<>();
        all().filter(TypeFacts::isHost).forEach(type -> {
            for (Member method : type.methods().values()) {
                if (method.isAbstract() && !isImplemented(method)) {
                    methods.putIfAbsent(method.signature(), method);
                }
            }
        });
        return List.copyOf(methods.values());
    }

    /** Returns the default methods that no class overrides and that do not override each other, those of one signature together. */
    List<List<Member>> conflicts() {
        return interfaces.stream()
                .flatMap(type -> type.methods().values().stream())
                .filter(method -> method.isOverriding() && !method.isAbstract())
                .map(Member::signature)
                .distinct()
                .filter(signature -> ofClass(signature).isEmpty())
                .map(this::defaults)
                .filter(several -> several.size() > 1)
                .toList();
    }

    private boolean isImplemented(Member method) {
        return selected(method.signature())
                .filter(selected -> !selected.isAbstract() && mayImplement(selected, method))
                .isPresent();
    }

    /** A method of an interface takes a public one, a method that only its package sees one of the host. */
    private boolean mayImplement(Member selected, Member method) {
        boolean isOfInterface = interfaces.stream().anyMatch(type -> type.name().equals(method.owner()));
        return isOfInterface ? selected.is(Opcodes.ACC_PUBLIC) : !method.isOfPackage() || isOfHost(selected);
    }

    private boolean isOfHost(Member method) {
        return all().anyMatch(type -> type.isHost() && type.name().equals(method.owner()));
    }

    /** An interface has of {@code Object} what is public and of the instance. */
    private boolean isSeen(Member method) {
        boolean isOfObject = type().isInterface() && !method.owner().equals(type().name());
        return !isOfObject || (method.is(Opcodes.ACC_PUBLIC) && !method.isStatic());
    }

    private Optional<Member> inInterfaces(MemberSignature signature) {
        return theDefault(signature)
                .or(() -> inherited(signature)
                        .map(type -> type.methods().get(signature))
                        .findFirst());
    }

    private Optional<Member> theDefault(MemberSignature signature) {
        List<Member> defaults = defaults(signature);
        return defaults.size() == 1 ? Optional.of(defaults.get(0)) : Optional.empty();
    }

    private List<Member> defaults(MemberSignature signature) {
        List<TypeFacts> declaring = inherited(signature).toList();
        Set<String> overridden = declaring.size() > 1 ? namesAbove(declaring) : Set.of();
        return declaring.stream()
                .filter(type -> !overridden.contains(type.name()))
                .flatMap(type -> Stream.ofNullable(type.method(signature)))
                .filter(method -> !method.isAbstract())
                .toList();
    }

    private Stream<TypeFacts> inherited(MemberSignature signature) {
        return interfaces.stream().filter(type -> {
            Member method = type.method(signature);
            return method != null && method.isOverriding();
        });
    }

    /** Returns the super interfaces that {@code types} themselves bring. */
    private Stream<TypeFacts> above(Collection<TypeFacts> types) {
        Set<String> above = namesAbove(types);
        return interfaces.stream().filter(known -> above.contains(known.name()));
    }

    /** Goes up once for all of them: asking each type of each other one takes minutes where types are many. */
    private Set<String> namesAbove(Collection<TypeFacts> types) {
        Map<String, TypeFacts> known = new HashMap<>();
        interfaces.forEach(type -> known.put(type.name(), type));
        Set<String> above = new HashSet<>();
        Deque<TypeFacts> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            for (String name : open.remove().header().interfaces()) {
                TypeFacts next = above.add(name) ? known.get(name) : null;
                if (next != null) {
                    open.add(next);
                }
            }
        }
        return above;
    }

    /** The way up from a type. */
    private static final class Climb {
        private final BiFunction<TypeFacts, String, Optional<TypeFacts>> superTypes;
        private final List<TypeFacts> classes = new ArrayList<>();
        private final List<TypeFacts> interfaces = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Deque<TypeFacts> open = new ArrayDeque<>();
        private boolean isComplete = true;

        Climb(BiFunction<TypeFacts, String, Optional<TypeFacts>> superTypes) {
            this.superTypes = superTypes;
        }

        Lineage from(TypeFacts type) {
            Optional<TypeFacts> next = Optional.of(type);
            while (next.isPresent() && isNew(next.get())) {
                TypeFacts above = next.get();
                classes.add(above);
                open.add(above);
                String superName = above.header().superName();
                next = superName.isEmpty() ? Optional.empty() : known(above, superName);
            }
            while (!open.isEmpty()) {
                addInterfaces(open.remove());
            }
            return new Lineage(classes, interfaces, isComplete);
        }

        private void addInterfaces(TypeFacts type) {
            for (String name : type.header().interfaces()) {
                known(type, name).filter(known -> !seen.contains(name)).ifPresent(above -> {
                    if (isNew(above)) {
                        interfaces.add(above);
                        open.add(above);
                    }
                });
            }
        }

        private Optional<TypeFacts> known(TypeFacts child, String name) {
            Optional<TypeFacts> type = superTypes.apply(child, name);
            isComplete &= type.isPresent();
            return type;
        }

        /** A class that is met again, or too many of them, are no lineage that the JVM would accept. */
        private boolean isNew(TypeFacts type) {
            boolean isNew = seen.size() < MOST && seen.add(type.name());
            isComplete &= isNew;
            return isNew;
        }
    }
}
