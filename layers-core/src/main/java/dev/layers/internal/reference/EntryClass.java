package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The first frame of a call inside one generation: static methods around one provider, which is a constant.
 *
 * <p>A frame of it says on a stack, by the name of its loader, to which generation the call has gone.
 */
final class EntryClass {
    private static final String TURNED_BACK = Type.getInternalName(TurnedBack.class);
    private static final int ACCESS = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

    private final Class<?> type;

    private EntryClass(Class<?> type) {
        this.type = type;
    }

    /** Returns a new class with a method for each one of {@code shape}. */
    static EntryClass define(EntryTerms terms, ReferenceShape shape, Object provider) {
        Way inward = terms.inward();
        boolean isSettingContext = inward.contextLoader() != null;
        ClassFile file =
                shape.file(isSettingContext ? "entry with context" : "entry", () -> write(shape, isSettingContext));
        return new EntryClass(file.define(
                shape.interfaces(),
                new ClassFile.Terms(
                        terms.loaderName(), List.of(terms.gate().site(), provider, inward, inward.back()))));
    }

    private static ClassFile write(ReferenceShape shape, boolean isSettingContext) {
        GeneratedClass type = new GeneratedClass("entry", shape, Object.class, false);
        String gate = type.given(MutableCallSite.class);
        FixedPlace place = new FixedPlace(
                type, type.given(Object.class), type.given(Way.class), type.given(Way.class), isSettingContext);
        for (MethodPlan plan : shape.methods()) {
            Method method = plan.method();
            String descriptor = Type.getMethodDescriptor(method);
            MethodVisitor code = type.method(ACCESS, method.getName(), descriptor);
            ask(type, gate, code, Type.getArgumentTypes(descriptor));
            new GuardedCall(type, plan, place, code).write(Type.getArgumentsAndReturnSizes(descriptor) >> 2);
        }
        return type.file();
    }

    /** Returns the handle of a method. */
    MethodHandle handle(Method method) {
        MethodType descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        try {
            return MethodHandles.publicLookup().findStatic(type, method.getName(), descriptor);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A method that was just written is not there", impossible);
        }
    }

    /** Turns a call back that comes when the gate is closed; from then on it is seen on the stack. */
    private static void ask(GeneratedClass type, String gate, MethodVisitor code, Type... arguments) {
        Label entered = new Label();
        type.call(code, "()Z", gate);
        code.visitJumpInsn(Opcodes.IFNE, entered);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, TURNED_BACK, "thrown", "()Ljava/lang/Throwable;", false);
        code.visitInsn(Opcodes.ATHROW);
        code.visitLabel(entered);
        Object[] locals = type.locals(true, arguments).toArray();
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, 0, new Object[0]);
    }

    /** Everything is a constant of the class. */
    private record FixedPlace(GeneratedClass type, String provider, String way, String back, boolean isSettingContext)
            implements GuardedCall.Place {
        @Override
        public boolean isStatic() {
            return true;
        }

        @Override
        public void pushTarget(MethodVisitor code, int firstFreeLocal) {
            type.push(code, provider);
        }

        @Override
        public void pushWay(MethodVisitor code) {
            type.push(code, way);
        }

        @Override
        public void pushBack(MethodVisitor code) {
            type.push(code, back);
        }
    }
}
