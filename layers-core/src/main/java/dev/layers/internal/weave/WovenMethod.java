package dev.layers.internal.weave;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the code of one method on its way to another visitor, or only tells that there is something to weave. */
final class WovenMethod extends MethodVisitor {
    private static final String SHOW_OBJECT = "(Ljava/lang/Object;)V";
    private static final String ONE_TEXT = "(Ljava/lang/String;)";
    private static final String SHOW_TEXT = "(Ljava/lang/String;)V";

    private final JointTable table;
    private final String superType;
    private final WovenHandles handles;
    private final Runnable changes;
    private boolean pushes;
    /** A super class that is only extended has no parameters to its constructor: nothing comes between. */
    private boolean isMade;

    /**
     * Begins a method of a class whose super class is written as {@code superType}.
     *
     * @param changes runs whenever something is woven
     */
    WovenMethod(@Nullable MethodVisitor next, JointTable table, String superType, Runnable changes) {
        super(Opcodes.ASM9, next);
        this.changes = changes;
        this.table = table;
        this.superType = superType;
        this.handles = new WovenHandles(table, superType);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        isMade |= opcode == Opcodes.NEW && type.equals(superType);
        super.visitTypeInsn(opcode, opcode == Opcodes.NEW ? substitute(type) : type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKESPECIAL) {
            super.visitMethodInsn(opcode, special(owner, name), name, descriptor, isInterface);
            return;
        }
        List<Joint> joints = table.calls(owner, name);
        joints.forEach(joint -> before(joint, descriptor));
        Optional<Joint.Redirection> redirection = redirection(joints, opcode, descriptor);
        if (redirection.isPresent()) {
            redirect(redirection.get(), opcode, descriptor);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
        joints.forEach(joint -> after(joint, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        Object[] woven = handles.arguments(bootstrap, arguments);
        noteChange(arguments, woven);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, woven);
    }

    @Override
    public void visitLdcInsn(Object value) {
        // a handle of a constructor would be of another type, which who calls it exactly does not expect
        if (value instanceof Handle handle && handle.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            Handle woven = handles.handle(handle);
            noteChange(handle, woven);
            super.visitLdcInsn(woven);
        } else {
            super.visitLdcInsn(value);
        }
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        super.visitMaxs(pushes ? stack + 1 : stack, locals);
    }

    private String substitute(String type) {
        return changed(type, table.substitute(type));
    }

    private String changed(String written, String woven) {
        noteChange(written, woven);
        return woven;
    }

    /** Methods of the super class are called in what takes its place; those of a class further up may be of the host. */
    private String special(String owner, String name) {
        boolean isNew = isMade && name.equals("<init>") && owner.equals(superType);
        isMade &= !isNew;
        if (owner.equals(superType) && !isNew) {
            return changed(owner, table.above(owner));
        }
        return name.equals("<init>") ? substitute(owner) : owner;
    }

    private Optional<Joint.Redirection> redirection(List<Joint> joints, int opcode, String descriptor) {
        return joints.stream()
                .filter(Joint.Redirection.class::isInstance)
                .map(Joint.Redirection.class::cast)
                .filter(joint -> redirected(joint, opcode, descriptor).isPresent())
                .findFirst();
    }

    private Optional<String> redirected(Joint.Redirection joint, int opcode, String descriptor) {
        return table.redirected(joint, descriptor, opcode == Opcodes.INVOKESTATIC);
    }

    private void redirect(Joint.Redirection joint, int opcode, String descriptor) {
        String redirected = redirected(joint, opcode, descriptor).orElseThrow();
        call(joint.substitute(), joint.method(), redirected);
        if (Overloads.isWider(redirected, descriptor)) {
            super.visitTypeInsn(
                    Opcodes.CHECKCAST, Type.getReturnType(descriptor).getInternalName());
        }
    }

    private void before(Joint joint, String descriptor) {
        if (joint instanceof Joint.Notice notice) {
            super.visitLdcInsn(notice.text());
            pushes = true;
            call(notice.substitute(), "note", SHOW_TEXT);
        } else if (joint instanceof Joint.Showing showing && descriptor.startsWith(ONE_TEXT)) {
            show(showing.substitute(), showing.method(), SHOW_TEXT);
        }
    }

    private void after(Joint joint, String descriptor) {
        if (joint instanceof Joint.Capture capture
                && Type.getReturnType(descriptor).getSort() == Type.OBJECT) {
            show(capture.substitute(), capture.witness(), SHOW_OBJECT);
        } else if (joint instanceof Joint.Showing showing && descriptor.startsWith(ONE_TEXT)) {
            call(showing.substitute(), showing.end(), "()V");
        }
    }

    /** Hands what is on top of the stack to a method of ours as well. */
    private void show(String substitute, String witness, String descriptor) {
        super.visitInsn(Opcodes.DUP);
        pushes = true;
        call(substitute, witness, descriptor);
    }

    private void call(String owner, String method, String descriptor) {
        changes.run();
        super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, descriptor, false);
    }

    private void noteChange(Object written, Object woven) {
        if (!Objects.deepEquals(written, woven)) {
            changes.run();
        }
    }
}
