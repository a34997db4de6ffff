package dev.layers.internal.reference;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.IntFunction;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of one service reference: each method is a call site whose target changes with the generation. */
final class ServiceClass {
    private static final String TURNED_BACK = Type.getInternalName(TurnedBack.class);

    private ServiceClass() {}

    /** Returns the one object of a new class; {@code sites} knows the site of each method by its index. */
    static ServiceReference create(
            String loaderName, ReferenceShape shape, ReferenceTexts texts, IntFunction<CallSite> sites) {
        ClassFile file = shape.file("service", () -> write(shape));
        Class<?> type = file.define(shape.interfaces(), new ClassFile.Terms(loaderName, List.of(), sites));
        try {
            return (ServiceReference) MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, ReferenceTexts.class))
                    .invoke(texts);
        } catch (Throwable impossible) {
            throw new IllegalStateException("A reference that was just written cannot be made", impossible);
        }
    }

    private static ClassFile write(ReferenceShape shape) {
        GeneratedClass type = new GeneratedClass("service", shape, ServiceReference.class, true);
        type.constructor(ServiceReference.class, ReferenceTexts.class);
        for (int index = 0; index < shape.methods().size(); index++) {
            write(type, shape.methods().get(index), index);
        }
        return type.file();
    }

    /** A call that is turned back is made again: the site leads elsewhere by then. */
    private static void write(GeneratedClass type, MethodPlan plan, int index) {
        String descriptor = Type.getMethodDescriptor(plan.method());
        MethodVisitor code = type.method(Opcodes.ACC_PUBLIC, plan.method().getName(), descriptor);
        Object[] locals = type.locals(false, Type.getArgumentTypes(descriptor)).toArray();
        Label start = new Label();
        Label end = new Label();
        Label turnedBack = new Label();
        code.visitTryCatchBlock(start, end, turnedBack, TURNED_BACK);
        code.visitLabel(start);
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 0, new Object[0]);
        int local = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
            local += argument.getSize();
        }
        type.call(code, descriptor, index);
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        code.visitLabel(end);
        code.visitLabel(turnedBack);
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {TURNED_BACK});
        code.visitInsn(Opcodes.POP);
        code.visitJumpInsn(Opcodes.GOTO, start);
        GeneratedClass.end(code);
    }
}
