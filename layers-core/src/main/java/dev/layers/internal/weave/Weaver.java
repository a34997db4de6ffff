package dev.layers.internal.weave;

import dev.layers.internal.woven.Mentions;
import dev.layers.internal.woven.Subject;
import java.nio.ByteBuffer;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Rewrites class files; one serves all modules of a manager. */
public final class Weaver {
    private static final int MAJOR_VERSION = 6;
    private static final int NEWEST = Opcodes.V28;

    private final JointTable table;
    private final Desktop desktop = new Desktop();

    /** Makes the one that weaves all there is to weave. */
    public Weaver() {
        this(Joints.all(), Weaver.class.getClassLoader());
    }

    Weaver(List<Joint> joints, ClassLoader substitutes) {
        this.table = new JointTable(joints, substitutes);
    }

    /**
     * Returns {@code classFile}, or another that leaves nothing with the JVM without telling.
     *
     * @param mentions what is told which parts of the JDK the class names
     */
    public ByteBuffer weave(ByteBuffer classFile, Mentions mentions) {
        try {
            return isKnown(classFile) ? known(classFile, mentions) : unseen(classFile, mentions);
        } catch (RuntimeException malformed) {
            // the JVM says best what is wrong with it
            return unseen(classFile, mentions);
        }
    }

    private ByteBuffer known(ByteBuffer classFile, Mentions mentions) {
        byte[] bytes = bytes(classFile);
        ClassConstants constants = ClassConstants.of(bytes);
        constants.tell(mentions);
        if (mentions.contains(Subject.DESKTOP)) {
            desktop.use();
        }
        return constants.touch(table) ? woven(classFile, new ClassReader(bytes)) : classFile;
    }

    private ByteBuffer woven(ByteBuffer classFile, ClassReader reader) {
        WovenClass.Look look = new WovenClass.Look(table);
        reader.accept(look, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (look.isVain()) {
            return classFile;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new WovenClass(writer, table, look.methods()), 0);
        return ByteBuffer.wrap(writer.toByteArray());
    }

    private static ByteBuffer unseen(ByteBuffer classFile, Mentions mentions) {
        mentions.addEverything();
        return classFile;
    }

    /** Before Java 5 a class is no constant and code may have subroutines; what is to come has constants nobody knows. */
    private static boolean isKnown(ByteBuffer classFile) {
        int major = classFile.getShort(classFile.position() + MAJOR_VERSION);
        return major >= Opcodes.V1_5 && major <= NEWEST;
    }

    /** Returns what is only read; an array that holds nothing else is not copied. */
    private static byte[] bytes(ByteBuffer classFile) {
        if (classFile.hasArray() && classFile.arrayOffset() == 0 && classFile.array().length == classFile.remaining()) {
            return classFile.array();
        }
        byte[] bytes = new byte[classFile.remaining()];
        classFile.duplicate().get(bytes);
        return bytes;
    }
}
