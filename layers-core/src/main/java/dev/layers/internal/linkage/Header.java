package dev.layers.internal.linkage;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of its class as a whole, with internal names.
 *
 * @param access its own flags, as the JVM checks them, and those of this class
 * @param superName the super class; empty for {@code Object}
 */
record Header(String name, int access, String superName, List<String> interfaces) {
    /** Beyond the flags of class files. */
    static final int SEALED = 1 << 24;

    /** Beyond the flags of class files: nested and not public, though the class file may say that it is. */
    static final int NOT_PUBLIC_IN_SOURCE = 1 << 25;

    Header {
        interfaces = List.copyOf(interfaces);
    }

    boolean isInterface() {
        return is(Opcodes.ACC_INTERFACE);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }
}
