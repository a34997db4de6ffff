package dev.layers.internal.weave;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves a class that was looked at before, so that methods with nothing to weave are copied as they are. */
final class WovenClass extends ClassVisitor {
    private final JointTable table;
    private final Set<String> methods;
    private String superType = "";

    WovenClass(ClassVisitor next, JointTable table, Set<String> methods) {
        super(Opcodes.ASM9, next);
        this.table = table;
        this.methods = methods;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        superType = superName == null ? "" : superName;
        super.visit(version, access, name, signature, table.above(superType), interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return methods.contains(name + descriptor) ? new WovenMethod(next, table, superType, () -> {}) : next;
    }

    /** Finds the methods of a class that have something to weave. */
    static final class Look extends ClassVisitor {
        private final JointTable table;
        private final Set<String> methods = new HashSet<>();
        private String superType = "";
        private boolean extendsSubstituted;

        Look(JointTable table) {
            super(Opcodes.ASM9);
            this.table = table;
        }

        /** Returns names with descriptors. */
        Set<String> methods() {
            return methods;
        }

        /** Returns whether there is nothing to weave at all. */
        boolean isVain() {
            return methods.isEmpty() && !extendsSubstituted;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            superType = superName == null ? "" : superName;
            extendsSubstituted = !table.above(superType).equals(superType);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new WovenMethod(null, table, superType, () -> methods.add(name + descriptor));
        }
    }
}
