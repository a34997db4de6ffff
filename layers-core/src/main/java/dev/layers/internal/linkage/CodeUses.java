package dev.layers.internal.linkage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what the code of a method uses. */
final class CodeUses extends MethodVisitor {
    /** What ASM needs for an argument of a bootstrap method, and a lambda to keep it. */
    private static final long STEPS = 20;

    private final Uses uses;
    private final Place plain;
    private final Place guarded;
    /** What a constructor has created and not yet initialised, the last one first. */
    private final Deque<String> created = new ArrayDeque<>(1);

    private final Guards guards = new Guards();
    /** By identity: constants may refer to each other in so many ways that comparing them would not end. */
    private final Set<ConstantDynamic> seen = Collections.newSetFromMap(new IdentityHashMap<>(0));

    CodeUses(Uses uses, MemberSignature method) {
        super(ClassFile.API);
        this.uses = uses;
        this.plain = new Place(method, false);
        this.guarded = new Place(method, true);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String caught) {
        guards.add(start, end, caught);
        if (caught != null) {
            uses.addType(caught, Use.Manner.RESOLVED, plain);
        }
    }

    @Override
    public void visitLabel(Label label) {
        guards.reach(label);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW && plain.member().isConstructor()) {
            created.push(type);
        }
        Use.Manner manner = opcode == Opcodes.NEW ? Use.Manner.CREATED : Use.Manner.RESOLVED;
        uses.addType(type, manner, typePlace());
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        uses.addResolved(descriptor, typePlace());
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        boolean isWritten = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        addField(new Use.OfField(owner, new MemberSignature(name, descriptor), isStatic, isWritten));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        MemberSignature signature = new MemberSignature(name, descriptor);
        addMethod(new Use.OfMethod(owner, signature, call(opcode, owner, signature), isInterface));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        uses.require(STEPS * arguments.length);
        addResolved(descriptor);
        addHandle(bootstrap);
        for (Object argument : arguments) {
            addConstant(argument);
        }
        Lambdas.of(name, descriptor, bootstrap, arguments)
                .ifPresent(lambda -> uses.addLambda(lambda, place(guards.isMethodGuarded())));
    }

    @Override
    public void visitLdcInsn(Object value) {
        addConstant(value);
    }

    private void addConstant(Object value) {
        if (value instanceof Type type) {
            addResolved(type.getDescriptor());
        } else if (value instanceof Handle handle) {
            addHandle(handle);
        } else if (value instanceof ConstantDynamic constant && seen.add(constant)) {
            uses.require(STEPS * constant.getBootstrapMethodArgumentCount());
            addResolved(constant.getDescriptor());
            addHandle(constant.getBootstrapMethod());
            for (int index = 0; index < constant.getBootstrapMethodArgumentCount(); index++) {
                addConstant(constant.getBootstrapMethodArgument(index));
            }
        }
    }

    private void addHandle(Handle handle) {
        MemberSignature signature = new MemberSignature(handle.getName(), handle.getDesc());
        addResolved(handle.getDesc());
        int kind = handle.getTag();
        if (kind <= Opcodes.H_PUTSTATIC) {
            boolean isStatic = kind == Opcodes.H_GETSTATIC || kind == Opcodes.H_PUTSTATIC;
            boolean isWritten = kind == Opcodes.H_PUTFIELD || kind == Opcodes.H_PUTSTATIC;
            addField(new Use.OfField(handle.getOwner(), signature, isStatic, isWritten));
        } else {
            addMethod(new Use.OfMethod(handle.getOwner(), signature, call(handle), handle.isInterface()));
        }
    }

    private void addMethod(Use.OfMethod use) {
        boolean isGuarded = guards.isMethodGuarded();
        uses.addType(use.owner(), Use.Manner.RESOLVED, typePlace());
        uses.addNamed(use.signature().descriptor(), place(isGuarded || guards.isTypeGuarded()));
        // the methods of an array are those of Object
        if (!use.owner().startsWith("[")) {
            uses.addMethod(use, place(isGuarded));
        }
    }

    private void addField(Use.OfField use) {
        boolean isGuarded = guards.isFieldGuarded();
        uses.addType(use.owner(), Use.Manner.RESOLVED, typePlace());
        uses.addNamed(use.signature().descriptor(), place(isGuarded || guards.isTypeGuarded()));
        uses.addField(use, place(isGuarded));
    }

    private void addResolved(String descriptor) {
        uses.addResolved(descriptor, typePlace());
    }

    /** A constructor calls another one on its own object, or on a new one as any method does. */
    private Use.Call call(int opcode, String owner, MemberSignature called) {
        if (opcode == Opcodes.INVOKESTATIC) {
            return Use.Call.STATIC;
        }
        if (called.isConstructor()) {
            boolean isCreation = !plain.member().isConstructor() || created.removeFirstOccurrence(owner);
            return isCreation ? Use.Call.CREATION : Use.Call.INSTANCE;
        }
        return opcode == Opcodes.INVOKESPECIAL ? Use.Call.SUPER : Use.Call.INSTANCE;
    }

    private static Use.Call call(Handle handle) {
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Use.Call.STATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Use.Call.CREATION;
            case Opcodes.H_INVOKESPECIAL -> Use.Call.SUPER;
            default -> Use.Call.INSTANCE;
        };
    }

    private Place typePlace() {
        return place(guards.isTypeGuarded());
    }

    private Place place(boolean isGuarded) {
        return isGuarded ? guarded : plain;
    }
}
