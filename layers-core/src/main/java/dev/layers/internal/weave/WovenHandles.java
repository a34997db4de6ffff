package dev.layers.internal.weave;

import java.lang.invoke.LambdaMetafactory;
import java.util.Arrays;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/** What becomes of method handles that class files hold as constants: of method references above all. */
final class WovenHandles {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int FLAGS = 3;

    private final JointTable table;
    private final String superType;

    WovenHandles(JointTable table, String superType) {
        this.table = table;
        this.superType = superType;
    }

    /** Returns the arguments of a bootstrap method. */
    Object[] arguments(Handle bootstrap, Object[] arguments) {
        return isSerializable(bootstrap, arguments) ? arguments : woven(arguments);
    }

    /** What is written with the name of a method is read back by that name. */
    private static boolean isSerializable(Handle bootstrap, Object[] arguments) {
        return bootstrap.getName().equals("altMetafactory")
                && bootstrap.getOwner().equals(METAFACTORY)
                && arguments[FLAGS] instanceof Integer flags
                && (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
    }

    private Object[] woven(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Handle handle ? handle(handle) : argument)
                .toArray();
    }

    /** Returns what takes the place of a handle, itself if nothing does. */
    Handle handle(Handle handle) {
        return switch (handle.getTag()) {
            case Opcodes.H_NEWINVOKESPECIAL -> owned(handle, table.substitute(handle.getOwner()));
            case Opcodes.H_INVOKESPECIAL ->
                handle.getOwner().equals(superType) ? owned(handle, table.above(superType)) : handle;
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_INVOKESTATIC -> redirected(handle);
            default -> handle;
        };
    }

    private Handle redirected(Handle handle) {
        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
        return table.calls(handle.getOwner(), handle.getName()).stream()
                .filter(Joint.Redirection.class::isInstance)
                .map(Joint.Redirection.class::cast)
                .flatMap(joint -> table
                        .redirected(joint, handle.getDesc(), isStatic)
                        .filter(descriptor -> !Overloads.isWider(descriptor, handle.getDesc()))
                        .map(descriptor -> statically(joint, descriptor))
                        .stream())
                .findFirst()
                .orElse(handle);
    }

    private static Handle statically(Joint.Redirection joint, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, joint.substitute(), joint.method(), descriptor, false);
    }

    private static Handle owned(Handle handle, String owner) {
        return new Handle(handle.getTag(), owner, handle.getName(), handle.getDesc(), handle.isInterface());
    }
}
