package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import org.objectweb.asm.Opcodes;

/** Checks what a class names and extends of the contract (JVMS 5.4.3.1, 5.3.5). */
final class TypeCheck {
    private final Types types;
    private final ClassFile file;
    private final Faults faults;

    TypeCheck(Types types, ClassFile file, Faults faults) {
        this.types = types;
        this.file = file;
        this.faults = faults;
    }

    /** Checks a type that the code uses. */
    void check(Use.OfType use, Place place) {
        if (use.manner() == Use.Manner.NAMED) {
            checkThere(use.name(), place);
        } else {
            checkResolved(use.name(), place);
        }
        if (use.manner() == Use.Manner.CREATED) {
            types.find(use.name())
                    .filter(type -> type.header().is(Opcodes.ACC_ABSTRACT))
                    .ifPresent(type -> faults.add(
                            Fault.kindChanged(
                                    TypeNames.type(type.name()),
                                    types.counterpart(types.lineage(type)),
                                    type.isInterface() ? "an interface" : "abstract",
                                    "a class that can be instantiated"),
                            place));
        }
    }

    /** Checks that the contract's among the direct super types can be extended by the class. */
    void checkSuperTypes() {
        Header header = file.header();
        Place place = new Place(new MemberSignature(Place.CLASS, ""), false);
        if (types.isContract(header.superName())) {
            checkExtended(header.superName(), false, place);
        }
        for (String name : header.interfaces()) {
            if (types.isContract(name)) {
                checkExtended(name, true, place);
            }
        }
    }

    /** Checks that a type of the contract can be extended, as an interface or as a class. */
    void checkExtended(String name, boolean asInterface, Place place) {
        checkResolved(name, place);
        types.find(name).ifPresent(type -> {
            if (type.isInterface() != asInterface) {
                faults.add(kindChanged(type, types.counterpart(name)), place);
            } else if (type.header().is(Opcodes.ACC_FINAL)) {
                faults.add(Fault.finalExtended(name, types.counterpart(name)), place);
            } else if (type.header().is(Header.SEALED)) {
                faults.add(Fault.sealedExtended(name, types.counterpart(name)), place);
            }
        });
    }

    /** Says that a type is a class instead of an interface, or the other way round. */
    static Fault kindChanged(TypeFacts type, Counterpart other) {
        return Fault.kindChanged(
                TypeNames.type(type.name()),
                other,
                type.isInterface() ? "an interface" : "a class",
                type.isInterface() ? "a class" : "an interface");
    }

    private void checkThere(String name, Place place) {
        ContractModule module = types.module(name);
        if (module != null && types.isMissing(name)) {
            faults.add(Fault.typeMissing(name, Counterpart.of(module), types.namesakes(name)), place);
        }
    }

    private void checkResolved(String name, Place place) {
        checkThere(name, place);
        ContractModule module = types.module(name);
        String packageName = TypeNames.dotted(TypeNames.packageOf(name));
        types.find(name).ifPresent(type -> {
            if (!type.header().is(Opcodes.ACC_PUBLIC)) {
                faults.add(Fault.notAccessible(TypeNames.type(name), types.counterpart(name), "not public"), place);
            } else if (module != null && !module.exported().contains(packageName)) {
                // a qualified export names a module of the host's own layer: it is fixed when that layer is defined,
                // and a module of the same name in a child layer gets an IllegalAccessError (seen on JDK 17); what
                // loaded modules export to one by name is among what they export to it
                faults.add(
                        Fault.notAccessible(
                                TypeNames.type(name), types.counterpart(name), "in a package that is not exported"),
                        place);
            }
        });
    }
}
