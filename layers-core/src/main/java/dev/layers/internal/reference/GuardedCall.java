package dev.layers.internal.reference;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the code of one call over the boundary: takes the arguments over, calls, takes back the result or what was
 * thrown.
 */
final class GuardedCall {
    private static final String WAY = Type.getInternalName(Way.class);
    private static final String LOADER = "java/lang/ClassLoader";

    private final GeneratedClass type;
    private final MethodPlan plan;
    private final Place place;
    private final MethodVisitor code;
    private final Type[] arguments;
    private final Type result;

    /** Where a call finds what it needs; each pushes one value. */
    interface Place {
        /** Returns whether the method has no {@code this}. */
        boolean isStatic();

        void pushTarget(MethodVisitor code, int firstFreeLocal);

        void pushWay(MethodVisitor code);

        void pushBack(MethodVisitor code);

        /** Returns whether the context class loader is set around the call. */
        boolean isSettingContext();
    }

    GuardedCall(GeneratedClass type, MethodPlan plan, Place place, MethodVisitor code) {
        this.type = type;
        this.plan = plan;
        this.place = place;
        this.code = code;
        String descriptor = Type.getMethodDescriptor(plan.method());
        this.arguments = Type.getArgumentTypes(descriptor);
        this.result = Type.getReturnType(descriptor);
    }

    /**
     * Writes the call up to its return.
     *
     * @param free the first local that nobody uses
     */
    void write(int free) {
        boolean isSettingContext = place.isSettingContext();
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
        if (isSettingContext) {
            place.pushWay(code);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, WAY, "enterContext", "(L" + WAY + ";)L" + LOADER + ";", false);
            code.visitVarInsn(Opcodes.ASTORE, free);
        }
        code.visitLabel(start);
        call(isSettingContext ? free + 1 : free);
        code.visitLabel(end);
        leaveContext(isSettingContext, free);
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitLabel(handler);
        visitHandlerFrame(isSettingContext, free);
        leaveContext(isSettingContext, free);
        rethrow(free + 1);
        GeneratedClass.end(code);
    }

    private void call(int free) {
        Method method = plan.method();
        String owner = type.owner(method);
        place.pushTarget(code, free);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        int local = place.isStatic() ? 0 : 1;
        for (int index = 0; index < arguments.length; index++) {
            pushArgument(plan.parameters().get(index), arguments[index], local);
            local += arguments[index].getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, method.getName(), Type.getMethodDescriptor(method), true);
        if (!plan.result().equals(Passage.AS_IS)) {
            type.push(code, type.constant(Passage.class, plan.result()));
            code.visitInsn(Opcodes.SWAP);
            place.pushBack(code);
            pass(result);
        }
    }

    private void pushArgument(Passage passage, Type argument, int local) {
        if (passage.equals(Passage.AS_IS)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
        } else {
            type.push(code, type.constant(Passage.class, passage));
            code.visitVarInsn(Opcodes.ALOAD, local);
            place.pushWay(code);
            pass(argument);
        }
    }

    private void pass(Type wanted) {
        code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                Type.getInternalName(Passage.class),
                "pass",
                "(Ljava/lang/Object;L" + WAY + ";)Ljava/lang/Object;",
                true);
        code.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
    }

    private void leaveContext(boolean isSettingContext, int local) {
        if (isSettingContext) {
            code.visitVarInsn(Opcodes.ALOAD, local);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, WAY, "leaveContext", "(L" + LOADER + ";)V", false);
        }
    }

    private void rethrow(int free) {
        code.visitVarInsn(Opcodes.ASTORE, free);
        place.pushBack(code);
        code.visitVarInsn(Opcodes.ALOAD, free);
        code.visitLdcInsn(text(plan.method()));
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                WAY,
                "thrown",
                "(Ljava/lang/Throwable;Ljava/lang/String;)Ljava/lang/Throwable;",
                false);
        code.visitInsn(Opcodes.ATHROW);
    }

    /** The locals are those at the start of the method, and the former context loader. */
    private void visitHandlerFrame(boolean isSettingContext, int free) {
        List<Object> locals = locals();
        if (isSettingContext) {
            int used = place.isStatic() ? 0 : 1;
            for (Type argument : arguments) {
                used += argument.getSize();
            }
            for (int gap = used; gap < free; gap++) {
                locals.add(Opcodes.TOP);
            }
            locals.add(LOADER);
        }
        code.visitFrame(Opcodes.F_FULL, locals.size(), locals.toArray(), 1, new Object[] {"java/lang/Throwable"});
    }

    /** Returns the types of {@code this} and the parameters, as frames name them. */
    List<Object> locals() {
        return type.locals(place.isStatic(), arguments);
    }

    private static String text(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
