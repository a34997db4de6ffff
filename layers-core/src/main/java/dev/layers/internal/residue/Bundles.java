package dev.layers.internal.residue;

import dev.layers.internal.woven.GuestLoader;
import java.util.ResourceBundle;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Clears cached resource bundles; the cache lets a module clear its own only. */
final class Bundles implements Search {
    private static final String OBJECT = "java/lang/Object";

    @Override
    public void run(Owner owner, Residue residue) throws ClassNotFoundException {
        if (owner.loader() instanceof GuestLoader guests) {
            for (String landing : guests.landings()) {
                String name = landing + ".LayersBundleGuest";
                guests.takeIn(name, clearing(name.replace('.', '/')));
                // its package is closed to us; to initialise a class needs no access
                Class.forName(name, true, owner.loader());
            }
        }
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen(ResourceBundle.class.getName());
    }

    /** Returns a class that clears what its module has cached, when it is initialised. */
    private static byte[] clearing(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, name, null, OBJECT, null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/ResourceBundle", "clearCache", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
