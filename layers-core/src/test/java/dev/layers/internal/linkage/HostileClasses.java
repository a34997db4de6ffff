package dev.layers.internal.linkage;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler writes. */
final class HostileClasses {
    private static final String OBJECT = "java/lang/Object";

    private HostileClasses() {}

    static byte[] empty(String name, String superName, String... interfaces) {
        return written(
                Opcodes.ACC_PUBLIC, name, superName, interfaces, writer -> addMethod(writer, "<init>", code -> {}));
    }

    static byte[] withInterface(String name, String[] interfaces, Consumer<ClassWriter> content) {
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        return written(access, name, OBJECT, interfaces, content);
    }

    /** Returns a class with one method, {@code run()}. */
    static byte[] running(String name, Consumer<MethodVisitor> code) {
        return written(Opcodes.ACC_PUBLIC, name, OBJECT, new String[0], writer -> addMethod(writer, "run", code));
    }

    static void addMethod(ClassWriter writer, String name, Consumer<MethodVisitor> code) {
        int access = Opcodes.ACC_PUBLIC;
        MethodVisitor method = writer.visitMethod(access, name, "()V", null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
    }

    static byte[] written(
            int access, String name, String superName, String[] interfaces, Consumer<ClassWriter> content) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access, name, null, superName, interfaces);
        content.accept(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static Versions against(CompiledClasses contract, Map<String, byte[]> files) {
        return new Versions(contract, new CompiledClasses(files));
    }
}
