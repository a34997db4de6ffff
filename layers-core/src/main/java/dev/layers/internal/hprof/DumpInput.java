package dev.layers.internal.hprof;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the numbers that records are made of, through a buffer of its own. */
final class DumpInput implements Closeable {
    private static final int BUFFER = 1 << 18;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Source source;
    private final ReadListener listener;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    /** The position of the first byte in the buffer. */
    private long base;

    private int idSize = Long.BYTES;

    DumpInput(Path path, ReadListener listener) throws IOException {
        source = new Source(path);
        this.listener = listener;
    }

    void useIdsOf(int size) {
        idSize = size;
    }

    int idSize() {
        return idSize;
    }

    long position() {
        return base + next;
    }

    /** Has {@code count} bytes in the buffer; returns false if the file ends before. */
    boolean has(int count) throws IOException {
        return limit - next >= count || fill(count);
    }

    /** Has {@code count} bytes in the buffer. */
    void require(int count) throws IOException {
        if (limit - next < count && !fill(count)) {
            throw DumpFormatException.cutShort(base + limit);
        }
    }

    private boolean fill(int count) throws IOException {
        listener.read(source.percent());
        byte[] target = count > buffer.length ? new byte[Math.max(count, 2 * BUFFER)] : buffer;
        System.arraycopy(buffer, next, target, 0, limit - next);
        buffer = target;
        base += next;
        limit -= next;
        next = 0;
        while (limit < count) {
            int read = source.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    int u1() throws IOException {
        require(1);
        return buffer[next++] & 0xff;
    }

    int u2() throws IOException {
        return u1() << 8 | u1();
    }

    int s4() throws IOException {
        require(Integer.BYTES);
        int value = (int) INTS.get(buffer, next);
        next += Integer.BYTES;
        return value;
    }

    long u4() throws IOException {
        return s4() & 0xffffffffL;
    }

    long id() throws IOException {
        if (idSize != Long.BYTES) {
            return u4();
        }
        require(Long.BYTES);
        long value = (long) LONGS.get(buffer, next);
        next += Long.BYTES;
        return value;
    }

    /** Returns the id that stands {@code offset} bytes from here, in the buffer. */
    long idAhead(int offset) {
        return idSize == Long.BYTES ? longAhead(offset) : intAhead(offset) & 0xffffffffL;
    }

    long longAhead(int offset) {
        return (long) LONGS.get(buffer, next + offset);
    }

    int intAhead(int offset) {
        return (int) INTS.get(buffer, next + offset);
    }

    int byteAhead(int offset) {
        return buffer[next + offset];
    }

    /** Returns a copy of the next bytes and stays before them. */
    byte[] ahead(int count) throws IOException {
        require(count);
        return Arrays.copyOfRange(buffer, next, next + count);
    }

    void skip(long count) throws IOException {
        long left = count - Math.min(count, limit - next);
        next += (int) (count - left);
        while (left > 0) {
            left -= skipUnread(left);
        }
    }

    private long skipUnread(long wanted) throws IOException {
        base += limit;
        limit = 0;
        next = 0;
        long skipped = wanted > BUFFER ? source.skip(wanted) : 0;
        base += skipped;
        if (skipped > 0) {
            listener.read(source.percent());
            return skipped;
        }
        require(1);
        next = (int) Math.min(wanted, limit);
        return next;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
