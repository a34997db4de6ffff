package dev.layers.internal.weave;

import dev.layers.internal.woven.Mentions;
import java.nio.charset.StandardCharsets;

/** The types and methods that a class file names as constants, found without reading anything of its code. */
final class ClassConstants {
    private static final int COUNT = 8;
    private static final int FIRST_CONSTANT = 10;
    /** After the constants come access flags, the class itself and its super class. */
    private static final int TO_SUPER_TYPE = 4;

    private static final int TEXT = 1;
    private static final int TYPE = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final byte[] file;
    private final int[] constants;
    private final int end;

    private ClassConstants(byte[] file) {
        this.file = file;
        this.constants = new int[unsignedShort(COUNT)];
        int at = FIRST_CONSTANT;
        int index = 1;
        while (index < constants.length) {
            constants[index] = at;
            index += places(file[at]);
            at += length(at);
        }
        this.end = at;
    }

    /**
     * Reads the constants of a class file.
     *
     * @throws RuntimeException if it is malformed, or has constants that are of no class
     */
    static ClassConstants of(byte[] file) {
        return new ClassConstants(file);
    }

    /** Tells which types of the JDK are named. */
    void tell(Mentions mentions) {
        for (int at : constants) {
            if (is(TYPE, at)) {
                int text = named(at);
                int start = startOfElement(text);
                if (isJava(start, end(text))) {
                    mentions.add(text(start, end(text)));
                }
            }
        }
    }

    /** Returns whether some method or the super class may be one to weave. */
    boolean touch(JointTable table) {
        boolean[] joints = new boolean[constants.length];
        boolean found = false;
        for (int index = 1; index < constants.length; index++) {
            joints[index] = is(TYPE, constants[index]) && isJoint(named(constants[index]), table);
            found |= joints[index];
        }
        return found && (touchByMethods(table, joints) || extend(table, joints));
    }

    private boolean touchByMethods(JointTable table, boolean[] joints) {
        for (int at : constants) {
            if ((is(METHOD, at) || is(INTERFACE_METHOD, at)) && joints[unsignedShort(at + 1)]) {
                String owner = textAt(named(constants[unsignedShort(at + 1)]));
                if (table.isJoint(owner, textAt(named(constants[unsignedShort(at + 3)])))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean extend(JointTable table, boolean[] joints) {
        int superType = unsignedShort(end + TO_SUPER_TYPE);
        if (!joints[superType]) {
            return false;
        }
        String written = textAt(named(constants[superType]));
        return !table.above(written).equals(written);
    }

    private boolean isJoint(int text, JointTable table) {
        int start = text + 3;
        return table.mayHave(hash(start, end(text))) && table.has(textAt(text));
    }

    /** The places of long and double have no constant, and the first has none. */
    private boolean is(int kind, int at) {
        return at > 0 && file[at] == kind;
    }

    /** Returns where the text is that a constant begins with. */
    private int named(int at) {
        int text = constants[unsignedShort(at + 1)];
        if (!is(TEXT, text)) {
            throw new IllegalArgumentException("No text at " + text);
        }
        return text;
    }

    private String textAt(int text) {
        return text(text + 3, end(text));
    }

    /** Returns how many numbers a constant takes: long and double take two. */
    private static int places(byte kind) {
        return kind == 5 || kind == 6 ? 2 : 1;
    }

    private int length(int at) {
        return switch (file[at]) {
            case 1 -> 3 + unsignedShort(at + 1);
            case 7, 8, 16 -> 3;
            case 15 -> 4;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> throw new IllegalArgumentException("Constant of kind " + file[at]);
        };
    }

    /** Returns where the name of a type begins; that of an array is its elements'. */
    private int startOfElement(int text) {
        int start = text + 3;
        if (file[start] != '[') {
            return start;
        }
        while (file[start] == '[') {
            start++;
        }
        return start + 1;
    }

    private int end(int text) {
        return text + 3 + unsignedShort(text + 1);
    }

    private boolean isJava(int start, int end) {
        return start + 5 < end
                && file[start] == 'j'
                && file[start + 1] == 'a'
                && file[start + 2] == 'v'
                && file[start + 3] == 'a'
                && (file[start + 4] == '/' || file[start + 4] == 'x');
    }

    /** Returns the hash code of the string, which names of the JDK have in ASCII. */
    private int hash(int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + file[at];
        }
        return hash;
    }

    private String text(int start, int end) {
        return new String(file, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    private int unsignedShort(int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }
}
