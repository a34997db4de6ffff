package dev.layers.internal.boundary;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Copies those of the plain values that can change. */
final class ChangeableValues {
    private ChangeableValues() {}

    /** Returns a copy of {@code value}, or itself if it cannot change. */
    @SuppressWarnings("JavaUtilDate") // what modules use is theirs to choose
    static Object copy(Object value) {
        if (value instanceof CharSequence text) {
            return ofText(text);
        }
        if (value instanceof Date date) {
            return date.clone();
        }
        if (value instanceof TimeZone zone) {
            return zone.clone();
        }
        if (value instanceof BitSet bits) {
            return bits.clone();
        }
        return value instanceof ByteBuffer bytes ? ofBytes(bytes) : ofAtomic(value);
    }

    @SuppressWarnings({"JdkObsolete", "UnnecessaryStringBuilder"}) // the copy is of the class of what is copied
    private static Object ofText(CharSequence text) {
        if (text instanceof StringBuilder) {
            return new StringBuilder(text);
        }
        return text instanceof StringBuffer ? new StringBuffer(text) : text;
    }

    private static Object ofAtomic(Object value) {
        if (value instanceof AtomicInteger number) {
            return new AtomicInteger(number.get());
        }
        if (value instanceof AtomicLong number) {
            return new AtomicLong(number.get());
        }
        if (value instanceof AtomicBoolean truth) {
            return new AtomicBoolean(truth.get());
        }
        return value instanceof AtomicIntegerArray || value instanceof AtomicLongArray ? ofArray(value) : value;
    }

    private static Object ofArray(Object value) {
        if (value instanceof AtomicIntegerArray numbers) {
            AtomicIntegerArray copy = new AtomicIntegerArray(numbers.length());
            for (int i = 0; i < copy.length(); i++) {
                copy.set(i, numbers.get(i));
            }
            return copy;
        }
        AtomicLongArray numbers = (AtomicLongArray) value;
        AtomicLongArray copy = new AtomicLongArray(numbers.length());
        for (int i = 0; i < copy.length(); i++) {
            copy.set(i, numbers.get(i));
        }
        return copy;
    }

    /** Copies what the bytes are, and where reading them stands. */
    private static ByteBuffer ofBytes(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.capacity());
        copy.put(bytes.duplicate().clear());
        copy.clear().limit(bytes.limit()).position(bytes.position());
        return (bytes.isReadOnly() ? copy.asReadOnlyBuffer() : copy).order(bytes.order());
    }
}
