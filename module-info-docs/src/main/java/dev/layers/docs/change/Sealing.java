package dev.layers.docs.change;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javassist.CtClass;
import javassist.Modifier;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.ConstPool;

/** Who may be below a type; a library that compares releases member by member does not look at it. */
final class Sealing {
    private static final String PERMITTED = "PermittedSubclasses";

    private Sealing() {}

    /** Returns whether subclasses are named by the type itself; enums name the classes of their constants so, too. */
    static boolean isSealed(CtClass type) {
        return !type.isEnum() && type.getClassFile2().getAttribute(PERMITTED) != null;
    }

    static List<Change> changes(String module, TypePair pair) {
        String subject = pair.oldType().getName();
        List<Change> changes = new ArrayList<>();
        if (pair.isExtended() && !isSealed(pair.oldType()) && isSealed(pair.newType())) {
            changes.add(Change.breaking(module, subject, "now sealed", Party.PROVIDERS));
        }
        // Only then a switch over the permitted types needs no default.
        boolean isSwitched = isSealed(pair.oldType())
                && Modifier.isAbstract(pair.oldType().getModifiers())
                && isSealed(pair.newType());
        if (isSwitched) {
            Set<String> more = permitted(pair.newType());
            more.removeAll(permitted(pair.oldType()));
            more.forEach(name ->
                    changes.add(Change.breaking(module, subject, "now permits " + name + ", too", Party.CALLERS)));
        }
        return changes;
    }

    private static Set<String> permitted(CtClass type) {
        Set<String> permitted = new TreeSet<>();
        ConstPool constants = type.getClassFile2().getConstPool();
        ByteBuffer indexes = Optional.ofNullable(type.getClassFile2().getAttribute(PERMITTED))
                .map(AttributeInfo::get)
                .map(ByteBuffer::wrap)
                .orElseThrow();
        for (int left = Short.toUnsignedInt(indexes.getShort()); left > 0; left--) {
            permitted.add(constants.getClassInfo(Short.toUnsignedInt(indexes.getShort())));
        }
        return permitted;
    }
}
