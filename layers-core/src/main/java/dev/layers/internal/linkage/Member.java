package dev.layers.internal.linkage;

import org.objectweb.asm.Opcodes;

/** A method or field that {@code owner} declares. */
record Member(String owner, MemberSignature signature, int access) {
    boolean isStatic() {
        return is(Opcodes.ACC_STATIC);
    }

    boolean isAbstract() {
        return is(Opcodes.ACC_ABSTRACT);
    }

    /** Returns whether it takes part in overriding, as the one that overrides. */
    boolean isOverriding() {
        return !is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE) && !signature.isConstructor();
    }

    /** Returns whether only the package sees it. */
    boolean isOfPackage() {
        return !is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE);
    }

    /** Returns whether it has one of {@code flags}. */
    boolean is(int flags) {
        return (access & flags) != 0;
    }
}
