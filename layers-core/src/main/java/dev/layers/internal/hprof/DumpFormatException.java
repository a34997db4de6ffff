package dev.layers.internal.hprof;

import java.io.IOException;

/** Thrown when a file is no heap dump, or not a whole one; the message continues a sentence about the file. */
public final class DumpFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    /** What is wrong with it. */
    public enum Flaw {
        NOT_A_DUMP,
        CUT_SHORT,
        DAMAGED
    }

    private DumpFormatException(Flaw flaw, String message) {
        super(message);
        this.flaw = flaw;
    }

    static DumpFormatException notADump(String found) {
        return new DumpFormatException(
                Flaw.NOT_A_DUMP, "begins with " + found + ", where a heap dump begins with 'JAVA PROFILE 1.0'");
    }

    static DumpFormatException idSize(int size) {
        return new DumpFormatException(Flaw.NOT_A_DUMP, "has ids of " + size + " bytes, where 4 or 8 are known");
    }

    static DumpFormatException cutShort(long position) {
        return new DumpFormatException(Flaw.CUT_SHORT, "ends at offset " + position + ", within a record");
    }

    static DumpFormatException withoutEnd(long position) {
        return new DumpFormatException(
                Flaw.CUT_SHORT, "ends at offset " + position + ", without the record that ends a dump");
    }

    static DumpFormatException damaged(String found, long position) {
        return new DumpFormatException(Flaw.DAMAGED, "has " + found + " at offset " + position);
    }

    /** Returns what is wrong with the file. */
    public Flaw flaw() {
        return flaw;
    }
}
