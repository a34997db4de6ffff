package dev.layers.internal.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** Checks that classes and lambdas implement what they have to and override nothing final (JVMS 4.10, 5.4.5, 5.4.6). */
final class Heritage {
    private final Types types;
    private final ClassFile file;
    private final Faults faults;
    private final Place place = new Place(new MemberSignature(Place.CLASS, ""), false);

    Heritage(Types types, ClassFile file, Faults faults) {
        this.types = types;
        this.file = file;
        this.faults = faults;
    }

    /** Checks the class itself. */
    void check() {
        types.find(file.name()).map(types::lineage).ifPresent(lineage -> {
            checkOverriding(lineage);
            if (!file.header().is(Opcodes.ACC_ABSTRACT) && isKnown(lineage)) {
                checkImplemented(lineage);
            }
        });
    }

    private boolean isKnown(Lineage lineage) {
        return lineage.isComplete() && types.effort().spend(lineage.stepsOfImplementations());
    }

    private void checkImplemented(Lineage lineage) {
        lineage.unimplemented()
                .forEach(method -> faults.add(
                        Fault.notImplemented(method, types.counterpart(lineage), heir(lineage, method)), place));
        lineage.conflicts().stream()
                .filter(defaults -> defaults.stream().anyMatch(method -> types.isContract(method.owner())))
                .forEach(defaults -> faults.add(Fault.ambiguous(defaults, types.counterpart(lineage)), place));
    }

    /** Returns the type of the contract that has a method from the JDK, empty if the method is of the contract. */
    private Optional<String> heir(Lineage lineage, Member method) {
        return types.isContract(method.owner())
                ? Optional.empty()
                : lineage.all()
                        .filter(type -> types.isContract(type.name()))
                        .filter(type -> types.lineage(type).contains(method.owner()))
                        .map(TypeFacts::name)
                        .findFirst();
    }

    /** Checks a lambda that the class makes. */
    void check(Use.OfLambda lambda, Place made) {
        TypeCheck typeCheck = new TypeCheck(types, file, faults);
        lambda.interfaces().stream()
                .filter(types::isContract)
                .forEach(name -> typeCheck.checkExtended(name, true, made));
        Lineage lineage = types.lineageOfLambda(facts(lambda));
        if (isKnown(lineage)) {
            String type = lambda.interfaces().get(0);
            lineage.unimplemented()
                    .forEach(method ->
                            faults.add(Fault.notImplementedByLambda(type, method, types.counterpart(lineage)), made));
        }
    }

    private static TypeFacts facts(Use.OfLambda lambda) {
        Map<MemberSignature, Member> methods = new HashMap<>();
        for (MemberSignature signature : lambda.methods()) {
            methods.put(signature, new Member("", signature, Opcodes.ACC_PUBLIC));
        }
        Header header = new Header("", Opcodes.ACC_FINAL, "java/lang/Object", lambda.interfaces());
        return new TypeFacts(header, methods, Map.of(), false);
    }

    private void checkOverriding(Lineage lineage) {
        List<TypeFacts> hostClasses =
                lineage.classes().stream().filter(TypeFacts::isHost).toList();
        for (Member method : lineage.type().methods().values()) {
            if (method.isOverriding()) {
                hostClasses.forEach(parent -> checkOverriding(method, parent, types.counterpart(lineage)));
            }
        }
    }

    private void checkOverriding(Member method, TypeFacts parent, Counterpart other) {
        Member overridden = parent.method(method.signature());
        if (overridden != null
                && overridden.isOverriding()
                && !overridden.isOfPackage()
                && overridden.is(Opcodes.ACC_FINAL)) {
            faults.add(Fault.finalOverridden(overridden, other), place);
        }
    }
}
