package dev.layers.internal.linkage;

import java.util.BitSet;

/**
 * Tells which methods of a class file may name a type of some packages or use one of some classes, so that the others
 * need not be read.
 *
 * <p>It looks for the indexes of constants in the code and does not know instructions: what is no index may look like
 * one, but none is overlooked.
 */
final class RelevantMethods {
    private static final int LDC = 0x12;

    private final BigEndian file;
    private final ConstantPool constants;
    private final boolean[] isRelevant;

    private RelevantMethods(BigEndian file, ConstantPool constants) {
        this.file = file;
        this.constants = constants;
        this.isRelevant = new boolean[constants.count()];
    }

    /** Returns the places among the methods that begin at {@code start}, of those that use {@code packages} or {@code classes}. */
    static BitSet of(BigEndian file, ConstantPool constants, int start, Sought sought) {
        RelevantMethods methods = new RelevantMethods(file, constants);
        methods.mark(sought);
        return methods.places(start);
    }

    /** What is looked for. */
    record Sought(PackageNames packages, HashedNames classes) {}

    /** Constants refer to those of simpler kinds. */
    private void mark(Sought sought) {
        sought.packages().find(constants.text(), at -> isRelevant[constants.indexAt(at + ConstantPool.START)] = true);
        for (int index = 1; index < isRelevant.length; index++) {
            isRelevant[index] |= isName(index, sought.classes());
        }
        for (int index = 1; index < isRelevant.length; index++) {
            isRelevant[index] |= isMember(index);
        }
        for (int index = 1; index < isRelevant.length; index++) {
            isRelevant[index] |= isCallSite(index);
        }
    }

    private boolean isName(int index, HashedNames classes) {
        return switch (constants.tag(index)) {
            case ConstantPool.CLASS -> isRelevant[constants.first(index)] || constants.isIn(classes, index);
            case ConstantPool.METHOD_TYPE -> isRelevant[constants.first(index)];
            case ConstantPool.NAME_AND_TYPE -> isRelevant[constants.second(index)];
            default -> false;
        };
    }

    private boolean isMember(int index) {
        int tag = constants.tag(index);
        return tag >= ConstantPool.FIELD
                && tag <= ConstantPool.INTERFACE_METHOD
                && (isRelevant[constants.first(index)] || isRelevant[constants.second(index)]);
    }

    /** What is passed to bootstrap methods may be anything. */
    private boolean isCallSite(int index) {
        return switch (constants.tag(index)) {
            case ConstantPool.METHOD_HANDLE, ConstantPool.DYNAMIC, ConstantPool.INVOKE_DYNAMIC -> true;
            default -> false;
        };
    }

    private BitSet places(int start) {
        BitSet places = new BitSet();
        int count = file.twoBytes(start);
        int at = start + 2;
        for (int place = 0; place < count; place++) {
            int end = Extent.endOfAttributes(file, at + 6);
            places.set(place, isRelevant(at, end));
            at = end;
        }
        return places;
    }

    /** Looks at the descriptor, the exceptions and the code, and not at what stands behind the code for debuggers. */
    private boolean isRelevant(int start, int end) {
        boolean isFound = isAt(start + 4);
        int at = start + 8;
        while (at < end && !isFound) {
            int content = at + 6;
            int next = content + file.fourBytes(at + 2);
            isFound = isAmong(content, constants.isText(file.twoBytes(at), "Code") ? endOfCode(content) : next);
            at = next;
        }
        return isFound;
    }

    /** Returns where the list of exceptions that are caught ends. */
    private int endOfCode(int start) {
        int handlers = start + 8 + file.fourBytes(start + 4);
        return handlers + 2 + 8 * file.twoBytes(handlers);
    }

    private boolean isAmong(int start, int end) {
        for (int at = start; at + 1 < end; at++) {
            if (isAt(at) || (file.oneByte(at) == LDC && isRelevant(file.oneByte(at + 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at) {
        return isRelevant(file.twoBytes(at));
    }

    private boolean isRelevant(int index) {
        return index < isRelevant.length && isRelevant[index];
    }
}
