package dev.layers.internal.linkage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Checks the methods and fields that a class uses (JVMS 5.4.3.2 to 5.4.4). */
final class MemberCheck {
    /** A finding names no more types or members than this. */
    private static final int MOST_NAMED = 16;

    private final Types types;
    private final ClassFile file;
    private final Faults faults;

    MemberCheck(Types types, ClassFile file, Faults faults) {
        this.types = types;
        this.file = file;
        this.faults = faults;
    }

    void check(Use.OfMethod use, Place place) {
        Lineage owner = lineage(use.owner(), use.signature());
        if (owner == null) {
            return;
        }
        if (owner.type().isHost() && owner.type().isInterface() != use.isOfInterface()) {
            faults.add(TypeCheck.kindChanged(owner.type(), types.counterpart(owner)), place);
            return;
        }
        Optional<Member> method = owner.method(use.signature());
        if (method.isEmpty()) {
            faults.add(methodMissing(use, owner), place);
        } else if (isOfHost(owner, method.get())) {
            checkFound(use, owner, method.get(), place);
        }
    }

    void check(Use.OfField use, Place place) {
        Lineage owner = lineage(use.owner(), use.signature());
        if (owner == null) {
            return;
        }
        if (!types.effort().spend(owner.classes().size() * owner.steps())) {
            return;
        }
        Optional<Member> field = owner.field(use.signature());
        if (field.isEmpty()) {
            faults.add(fieldMissing(use, owner), place);
        } else if (isOfHost(owner, field.get())) {
            checkFound(use, owner, field.get(), place);
        }
    }

    private void checkFound(Use.OfMethod use, Lineage owner, Member method, Place place) {
        String text = TypeNames.method(method.owner(), method.signature());
        String refusal = refusal(method, owner, use.call() == Use.Call.CREATION);
        if (!refusal.isEmpty()) {
            faults.add(Fault.notAccessible(text, types.counterpart(owner), refusal), place);
        } else if (method.isStatic() != (use.call() == Use.Call.STATIC)) {
            faults.add(staticChanged(text, method, types.counterpart(owner)), place);
        } else if (use.call() == Use.Call.SUPER && method.isAbstract() && isDirectSuper(use.owner())) {
            faults.add(Fault.kindChanged(text, types.counterpart(owner), "abstract", "a method with a body"), place);
        }
    }

    private void checkFound(Use.OfField use, Lineage owner, Member field, Place place) {
        String text = TypeNames.field(field.owner(), field.signature());
        String refusal = refusal(field, owner, false);
        if (!refusal.isEmpty()) {
            faults.add(Fault.notAccessible(text, types.counterpart(owner), refusal), place);
        } else if (field.isStatic() != use.isStatic()) {
            faults.add(staticChanged(text, field, types.counterpart(owner)), place);
        } else if (use.isWritten() && field.is(Opcodes.ACC_FINAL)) {
            faults.add(
                    Fault.kindChanged(text, types.counterpart(owner), "final", "a field that can be written"), place);
        }
    }

    /** Returns where to look for a member; nowhere if that cannot be known, or another fault is the reason. */
    private @Nullable Lineage lineage(String owner, MemberSignature signature) {
        boolean isUnfounded = types.named(signature.descriptor()).stream().anyMatch(types::isMissing);
        return isUnfounded
                ? null
                : types.find(owner)
                        .map(types::lineage)
                        .filter(Lineage::isComplete)
                        .orElse(null);
    }

    private static boolean isOfHost(Lineage owner, Member member) {
        return owner.all().anyMatch(type -> type.isHost() && type.name().equals(member.owner()));
    }

    private static Fault staticChanged(String text, Member member, Counterpart other) {
        String noun = member.signature().descriptor().startsWith("(") ? "method" : "field";
        return member.isStatic()
                ? Fault.kindChanged(text, other, "static", "an instance " + noun)
                : Fault.kindChanged(text, other, "not static", "a static " + noun);
    }

    private boolean isDirectSuper(String owner) {
        List<String> interfaces = file.header().interfaces();
        return file.header().superName().equals(owner)
                || (types.effort().spend(interfaces.size()) && interfaces.contains(owner));
    }

    /** Says why a member of the host may not be used, in one word; the host is always another package. */
    private String refusal(Member member, Lineage owner, boolean isCreation) {
        if (member.is(Opcodes.ACC_PUBLIC)) {
            return "";
        }
        if (!member.is(Opcodes.ACC_PROTECTED)) {
            return member.is(Opcodes.ACC_PRIVATE) ? "private" : "package-private";
        }
        return isCreation || !isProtectedAccess(member, owner) ? "protected" : "";
    }

    private boolean isProtectedAccess(Member member, Lineage owner) {
        Lineage user = types.find(file.name()).map(types::lineage).orElse(null);
        if (user == null || !user.isComplete()) {
            return true;
        }
        boolean isRelated = user.contains(owner.type().name()) || owner.contains(file.name());
        return user.contains(member.owner()) && (member.isStatic() || isRelated);
    }

    private Fault methodMissing(Use.OfMethod use, Lineage owner) {
        MemberSignature signature = use.signature();
        List<Member> near = near(owner, signature, TypeFacts::methods);
        boolean isResultOther =
                near.stream().anyMatch(other -> other.signature().hasParametersOf(signature));
        Function<MemberSignature, String> text = isResultOther
                ? other -> TypeNames.method(use.owner(), other) + ": " + TypeNames.result(other)
                : other -> TypeNames.method(use.owner(), other);
        String subject = subject(text.apply(signature), owner);
        return signature.isConstructor()
                ? Fault.constructorMissing(subject, types.counterpart(owner), texts(near, text))
                : Fault.methodMissing(subject, types.counterpart(owner), texts(near, text));
    }

    private Fault fieldMissing(Use.OfField use, Lineage owner) {
        List<Member> near = near(owner, use.signature(), TypeFacts::fields);
        Function<MemberSignature, String> text = near.isEmpty()
                ? other -> TypeNames.field(use.owner(), other)
                : other -> TypeNames.field(use.owner(), other) + ": " + TypeNames.result(other);
        return Fault.fieldMissing(
                subject(text.apply(use.signature()), owner), types.counterpart(owner), texts(near, text));
    }

    /** Returns the members of that name that could be used instead. */
    private List<Member> near(
            Lineage owner, MemberSignature wanted, Function<TypeFacts, Map<MemberSignature, Member>> members) {
        if (!types.effort().spend(owner.stepsOfMembers())) {
            return List.of();
        }
        Stream<TypeFacts> declaring = wanted.isConstructor() ? Stream.of(owner.type()) : owner.all();
        return declaring
                .map(members)
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(member -> member.signature().name().equals(wanted.name()))
                .filter(member -> member.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED))
                .sorted(Comparator.comparing(Member::signature))
                .limit(MOST_NAMED)
                .toList();
    }

    /** Names a member; one of a class of the module with the types of the contract that it could come from. */
    private String subject(String member, Lineage owner) {
        List<String> parents = owner.type().isHost()
                ? List.of()
                : owner.all()
                        .map(TypeFacts::name)
                        .filter(types::isContract)
                        .limit(MOST_NAMED)
                        .map(TypeNames::type)
                        .toList();
        String quoted = "'" + member + "'";
        return parents.isEmpty() ? quoted : quoted + " inherited from '" + String.join("' or '", parents) + "'";
    }

    private static List<String> texts(List<Member> members, Function<MemberSignature, String> text) {
        return members.stream()
                .map(Member::signature)
                .map(text)
                .distinct()
                .sorted()
                .toList();
    }
}
