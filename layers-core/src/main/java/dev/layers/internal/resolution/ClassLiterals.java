package dev.layers.internal.resolution;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the types of class literals, arrays and primitive ones aside. */
final class ClassLiterals extends ClassVisitor {
    private final Set<String> names = new TreeSet<>();
    private final MethodVisitor code = new Code();

    ClassLiterals() {
        super(Opcodes.ASM9);
    }

    /** Adds those of one class; of a malformed one, as far as it can be read. */
    void addOf(ClassReader reader) {
        try {
            reader.accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException | StackOverflowError undocumented) {
            // the linkage check tells of it
            return;
        }
    }

    Set<String> names() {
        return names;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return code;
    }

    private final class Code extends MethodVisitor {
        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                names.add(type.getClassName());
            }
        }
    }
}
