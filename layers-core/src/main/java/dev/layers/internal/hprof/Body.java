package dev.layers.internal.hprof;

import java.io.IOException;

/** What an object holds: the fields of an instance, or the elements of an array; to be read while its visit lasts. */
public final class Body {
    private final DumpInput in;
    private long end;
    private int length;

    Body(DumpInput in) {
        this.in = in;
    }

    Body of(int length, long bytes) {
        this.length = length;
        end = in.position() + bytes;
        return this;
    }

    /** Returns the number of bytes of an instance, or of elements of an array. */
    public int length() {
        return length;
    }

    /** Returns the id at {@code offset} of an instance. */
    public long idAt(int offset) {
        return in.idAhead(offset);
    }

    /** Returns the {@code long} at {@code offset} of an instance. */
    public long longAt(int offset) {
        return in.longAhead(offset);
    }

    /** Returns the {@code int} at {@code offset} of an instance. */
    public int intAt(int offset) {
        return in.intAhead(offset);
    }

    /** Returns the {@code byte} at {@code offset} of an instance. */
    public int byteAt(int offset) {
        return in.byteAhead(offset);
    }

    /** Returns the next id of an array of objects; at most {@link #length()} times. */
    public long next() throws IOException {
        return in.id();
    }

    /** Returns the first bytes of an array of primitives. */
    public byte[] bytes(int most) throws IOException {
        return in.ahead((int) Math.min(most, end - in.position()));
    }

    void leave() throws IOException {
        in.skip(end - in.position());
    }
}
