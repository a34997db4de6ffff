package dev.layers.docs.read;

import dev.layers.docs.model.Trait;
import dev.layers.docs.model.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Flags of class files as traits, without those that go without saying. */
final class Traits {
    private static final Set<TypeKind> INTERFACES = EnumSet.of(TypeKind.INTERFACE, TypeKind.ANNOTATION);

    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final int flags;

    private Traits(int flags) {
        this.flags = flags;
        add(Opcodes.ACC_PUBLIC, Trait.PUBLIC)
                .add(Opcodes.ACC_PROTECTED, Trait.PROTECTED)
                .add(Opcodes.ACC_DEPRECATED, Trait.DEPRECATED);
    }

    static boolean isVisible(int flags) {
        return (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (flags & Opcodes.ACC_SYNTHETIC) == 0;
    }

    static TypeKind kind(int flags) {
        if ((flags & Opcodes.ACC_ANNOTATION) != 0) {
            return TypeKind.ANNOTATION;
        }
        if ((flags & Opcodes.ACC_INTERFACE) != 0) {
            return TypeKind.INTERFACE;
        }
        if ((flags & Opcodes.ACC_RECORD) != 0) {
            return TypeKind.RECORD;
        }
        return (flags & Opcodes.ACC_ENUM) == 0 ? TypeKind.CLASS : TypeKind.ENUM;
    }

    static Set<Trait> ofType(int flags, TypeKind kind) {
        Traits traits = new Traits(flags);
        if (kind == TypeKind.CLASS) {
            traits.add(Opcodes.ACC_ABSTRACT, Trait.ABSTRACT)
                    .add(Opcodes.ACC_STATIC, Trait.STATIC)
                    .add(Opcodes.ACC_FINAL, Trait.FINAL);
        }
        return traits.traits;
    }

    static List<Trait> ofField(int flags) {
        return new Traits(flags)
                .add(Opcodes.ACC_ENUM, Trait.CONSTANT)
                .add(Opcodes.ACC_STATIC, Trait.STATIC)
                .add(Opcodes.ACC_FINAL, Trait.FINAL)
                .list();
    }

    static List<Trait> ofMethod(int flags, TypeKind owner) {
        Traits traits = new Traits(flags)
                .add(Opcodes.ACC_ABSTRACT, Trait.ABSTRACT)
                .add(Opcodes.ACC_STATIC, Trait.STATIC)
                .add(Opcodes.ACC_FINAL, Trait.FINAL)
                .add(Opcodes.ACC_VARARGS, Trait.VARARGS);
        if (INTERFACES.contains(owner) && (flags & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0) {
            traits.traits.add(Trait.DEFAULT);
        }
        return traits.list();
    }

    private Traits add(int flag, Trait trait) {
        if ((flags & flag) != 0) {
            traits.add(trait);
        }
        return this;
    }

    private List<Trait> list() {
        return List.copyOf(new ArrayList<>(traits));
    }
}
