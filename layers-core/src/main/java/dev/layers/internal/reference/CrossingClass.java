package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of all references with one set of interfaces; each of its objects has a target of its own. */
final class CrossingClass {
    private static final String CROSSING = Type.getInternalName(Crossing.class);
    private static final MethodType CONSTRUCTOR =
            MethodType.methodType(void.class, Way.class, Object.class, String.class);

    private CrossingClass() {}

    /** Returns a constructor: way, target and text to a {@link Crossing}. */
    static MethodHandle define(String loaderName, ReferenceShape shape, boolean isSettingContext) {
        ClassFile file = shape.file(
                isSettingContext ? "crossing with context" : "crossing", () -> write(shape, isSettingContext));
        Class<?> type = file.define(shape.interfaces(), new ClassFile.Terms(loaderName, List.of()));
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, CONSTRUCTOR)
                    .asType(CONSTRUCTOR.changeReturnType(Crossing.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A constructor that was just written is not there", impossible);
        }
    }

    private static ClassFile write(ReferenceShape shape, boolean isSettingContext) {
        GeneratedClass type = new GeneratedClass("crossing", shape, Crossing.class, true);
        type.constructor(Crossing.class, Way.class, Object.class, String.class);
        OwnPlace place = new OwnPlace(isSettingContext);
        for (MethodPlan plan : shape.methods()) {
            write(type, plan, place);
        }
        return type.file();
    }

    private static void write(GeneratedClass type, MethodPlan plan, OwnPlace place) {
        String descriptor = Type.getMethodDescriptor(plan.method());
        MethodVisitor code = type.method(Opcodes.ACC_PUBLIC, plan.method().getName(), descriptor);
        GuardedCall call = new GuardedCall(type, plan, place, code);
        int target = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
        enter(code, call, target, Type.getReturnType(descriptor));
        call.write(target + 1);
    }

    /** Stores the target as a local, or returns nothing at all if it is gone and the call shall do nothing. */
    private static void enter(MethodVisitor code, GuardedCall call, int target, Type result) {
        Label entered = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, CROSSING, "enter", "(L" + CROSSING + ";)Ljava/lang/Object;", false);
        code.visitVarInsn(Opcodes.ASTORE, target);
        code.visitVarInsn(Opcodes.ALOAD, target);
        code.visitJumpInsn(Opcodes.IFNONNULL, entered);
        pushNothing(code, result);
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitLabel(entered);
        List<Object> locals = new ArrayList<>(call.locals());
        locals.add("java/lang/Object");
        code.visitFrame(Opcodes.F_FULL, locals.size(), locals.toArray(), 0, new Object[0]);
    }

    private static void pushNothing(MethodVisitor code, Type result) {
        switch (result.getSort()) {
            case Type.VOID -> {}
            case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
            case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
            case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
            case Type.OBJECT, Type.ARRAY -> code.visitInsn(Opcodes.ACONST_NULL);
            default -> code.visitInsn(Opcodes.ICONST_0);
        }
    }

    /** Way and target are those of the object. */
    private record OwnPlace(boolean isSettingContext) implements GuardedCall.Place {
        @Override
        public boolean isStatic() {
            return false;
        }

        /** The local before the first free one, or before the one that keeps the former context loader. */
        @Override
        public void pushTarget(MethodVisitor code, int firstFreeLocal) {
            code.visitVarInsn(Opcodes.ALOAD, firstFreeLocal - (isSettingContext ? 2 : 1));
        }

        @Override
        public void pushWay(MethodVisitor code) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    CROSSING,
                    "way",
                    "(L" + CROSSING + ";)" + Type.getDescriptor(Way.class),
                    false);
        }

        @Override
        public void pushBack(MethodVisitor code) {
            pushWay(code);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    Type.getInternalName(Way.class),
                    "back",
                    "()" + Type.getDescriptor(Way.class),
                    false);
        }
    }
}
