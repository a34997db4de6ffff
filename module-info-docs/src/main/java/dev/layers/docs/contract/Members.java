package dev.layers.docs.contract;

import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.MemberUse;
import dev.layers.docs.model.TypeKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Tells which members types have, their own, inherited ones and those that the compiler adds. */
record Members(ContractTypes types) {
    private static final String CONSTRUCTOR = "<init>";

    /** Returns whether a member is there; those of the JDK are taken to be. */
    boolean has(MemberUse use) {
        if (types.isOfJdk(use.type()) || !types.isGiven(use.type())) {
            return true;
        }
        Optional<DocumentedType> type = types.find(use.type());
        return type.isPresent()
                && (declares(type.get(), use) || isImplied(type.get(), use) || inherits(type.get(), use));
    }

    private static boolean declares(DocumentedType type, MemberUse use) {
        boolean isMethod = type.methods().stream()
                .anyMatch(method ->
                        method.name().equals(use.name()) && method.descriptor().equals(use.descriptor()));
        return isMethod
                || type.fields().stream()
                        .anyMatch(field -> field.name().equals(use.name())
                                && field.descriptor().equals(use.descriptor()));
    }

    /** What every object has, and what the compiler adds to records and enums. */
    private static boolean isImplied(DocumentedType type, MemberUse use) {
        if (type.kind() == TypeKind.RECORD && isOfRecord(type, use)) {
            return true;
        }
        if (type.kind() == TypeKind.ENUM
                && (use.name().equals("values") || use.name().equals("valueOf"))) {
            return true;
        }
        Class<?> parent = type.kind() == TypeKind.ENUM ? Enum.class : Object.class;
        return Stream.of(parent, Object.class)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(use.name())
                        && Type.getMethodDescriptor(method).equals(use.descriptor()));
    }

    private static boolean isOfRecord(DocumentedType type, MemberUse use) {
        boolean isAccessor = use.descriptor().startsWith("()")
                && type.components().stream()
                        .anyMatch(component -> component.name().equals(use.name()));
        boolean isCanonical = use.name().equals(CONSTRUCTOR)
                && Type.getArgumentTypes(use.descriptor()).length
                        == type.components().size();
        return isAccessor || isCanonical;
    }

    private boolean inherits(DocumentedType type, MemberUse use) {
        return !use.name().equals(CONSTRUCTOR)
                && ContractTypes.supertypes(type).stream()
                        .anyMatch(supertype -> has(new MemberUse(supertype, use.name(), use.descriptor())));
    }

    /** Returns the member as one writes it. */
    static String text(MemberUse member) {
        if (!member.descriptor().startsWith("(")) {
            return member.type() + "." + member.name();
        }
        String name = member.name().equals(CONSTRUCTOR) ? "new " + member.type() : member.type() + "." + member.name();
        return name
                + Arrays.stream(Type.getArgumentTypes(member.descriptor()))
                        .map(Type::getClassName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
