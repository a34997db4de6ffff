package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class that is being written, with constants that it finds in its loader. */
final class GeneratedClass {
    private static final String PACKAGE = "dev/layers/generated/";
    private static final Handle LINK = new Handle(
            Opcodes.H_INVOKESTATIC,
            Type.getInternalName(GeneratedLoader.class),
            "link",
            MethodType.genericMethodType(3).toMethodDescriptorString(),
            false);

    private final String name;
    private final List<Class<?>> interfaces;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final List<Constant> constants = new ArrayList<>();

    /** A static final field of the class and its value, unless that is given later. */
    private record Constant(String field, Type type, Optional<Object> value) {}

    /**
     * Begins a class.
     *
     * @param kind the package, which tells readers of stacks what it is
     * @param shape its interfaces, the first one naming it
     */
    GeneratedClass(String kind, ReferenceShape shape, Class<?> superclass, boolean isImplementing) {
        this.interfaces = shape.interfaces();
        String simple = interfaces.get(0).getName().replace('.', '_').replace('$', '_');
        this.name = PACKAGE + kind + "/" + simple;
        String[] implemented =
                isImplementing ? interfaces.stream().map(Type::getInternalName).toArray(String[]::new) : new String[0];
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                name,
                null,
                Type.getInternalName(superclass),
                implemented);
    }

    String name() {
        return name;
    }

    /** Returns the interface on which {@code method} is called; the one that declares it need not be public. */
    String owner(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        return interfaces.stream()
                .filter(declaring::isAssignableFrom)
                .findFirst()
                .map(Type::getInternalName)
                .orElseThrow();
    }

    MethodVisitor method(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    /** Adds a constant that is given when the class is defined, before all others; returns the name of its field. */
    String given(Class<?> type) {
        return add(type, Optional.empty());
    }

    /** Adds a constant; returns the name of its field. */
    String constant(Class<?> type, Object value) {
        return add(type, Optional.of(value));
    }

    private String add(Class<?> type, Optional<Object> value) {
        String field = "C" + constants.size();
        constants.add(new Constant(field, Type.getType(type), value));
        return field;
    }

    /** Writes a call of the site that the class finds in its loader under {@code index}; linked when it is first made. */
    void call(MethodVisitor code, String descriptor, int index) {
        code.visitInvokeDynamicInsn(GeneratedLoader.siteName(index), descriptor, LINK);
    }

    /** Writes a call of a site that is a constant of the class; the compiler sees through it as through one of its own. */
    void call(MethodVisitor code, String descriptor, String site) {
        push(code, site);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(MutableCallSite.class),
                "getTarget",
                "()Ljava/lang/invoke/MethodHandle;",
                false);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, Type.getInternalName(MethodHandle.class), "invokeExact", descriptor, false);
    }

    /** Pushes a constant. */
    void push(MethodVisitor code, String field) {
        Type type = constants.stream()
                .filter(constant -> constant.field().equals(field))
                .findFirst()
                .orElseThrow()
                .type();
        code.visitFieldInsn(Opcodes.GETSTATIC, name, field, type.getDescriptor());
    }

    /** Writes a constructor that hands its parameters to that of the superclass. */
    void constructor(Class<?> superclass, Class<?>... parameters) {
        String descriptor = Type.getMethodDescriptor(
                Type.VOID_TYPE, List.of(parameters).stream().map(Type::getType).toArray(Type[]::new));
        MethodVisitor code = method(Opcodes.ACC_PUBLIC, "<init>", descriptor);
        for (int local = 0; local <= parameters.length; local++) {
            code.visitVarInsn(Opcodes.ALOAD, local);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, Type.getInternalName(superclass), "<init>", descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    /** Returns the types of {@code this} and of parameters, as frames name them; the list may be added to. */
    List<Object> locals(boolean isStatic, Type... parameters) {
        List<Object> locals = new ArrayList<>();
        if (!isStatic) {
            locals.add(name);
        }
        for (Type parameter : parameters) {
            locals.add(
                    switch (parameter.getSort()) {
                        case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> Opcodes.INTEGER;
                        case Type.FLOAT -> Opcodes.FLOAT;
                        case Type.LONG -> Opcodes.LONG;
                        case Type.DOUBLE -> Opcodes.DOUBLE;
                        default -> parameter.getInternalName();
                    });
        }
        return locals;
    }

    static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Ends the class. */
    ClassFile file() {
        writeInitializer();
        writer.visitEnd();
        List<Object> fixed = constants.stream()
                .flatMap(constant -> constant.value().stream())
                .toList();
        return new ClassFile(name.replace('/', '.'), writer.toByteArray(), fixed);
    }

    private void writeInitializer() {
        MethodVisitor code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
        for (int index = 0; index < constants.size(); index++) {
            Constant constant = constants.get(index);
            writeConstant(code, constant, index);
        }
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void writeConstant(MethodVisitor code, Constant constant, int index) {
        String descriptor = constant.type().getDescriptor();
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, constant.field(), descriptor, null, null).visitEnd();
        code.visitLdcInsn(Type.getObjectType(name));
        code.visitLdcInsn(index);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                Type.getInternalName(GeneratedLoader.class),
                "constant",
                "(Ljava/lang/Class;I)Ljava/lang/Object;",
                false);
        code.visitTypeInsn(Opcodes.CHECKCAST, constant.type().getInternalName());
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, constant.field(), descriptor);
    }
}
