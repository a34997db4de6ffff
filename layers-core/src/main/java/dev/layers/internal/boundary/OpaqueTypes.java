package dev.layers.internal.boundary;

import java.io.File;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;
import java.util.BitSet;
import java.util.Date;
import java.util.EventObject;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Types of the JDK that say nothing of what a value holds: the class of each value decides. */
final class OpaqueTypes {
    private static final Set<Class<?>> ALL = Set.of(
            Object.class,
            Number.class,
            CharSequence.class,
            Comparable.class,
            Serializable.class,
            Cloneable.class,
            Record.class,
            Enum.class,
            Class.class,
            StackTraceElement.class,
            Path.class,
            File.class,
            Charset.class,
            TimeZone.class,
            BigDecimal.class,
            BigInteger.class,
            Date.class,
            BitSet.class,
            EventObject.class,
            InetAddress.class,
            SocketAddress.class,
            InetSocketAddress.class,
            Buffer.class,
            ByteBuffer.class,
            Temporal.class,
            TemporalAccessor.class,
            TemporalAdjuster.class,
            TemporalAmount.class,
            TemporalUnit.class,
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicIntegerArray.class,
            AtomicLong.class,
            AtomicLongArray.class);

    /** Of modules that need not be there. */
    private static final Set<String> NAMES =
            Set.of(PropertyEvents.EVENT, "java.sql.Date", "java.sql.Time", "java.sql.Timestamp");

    private OpaqueTypes() {}

    static boolean contain(Class<?> type) {
        return ALL.contains(type) || NAMES.contains(type.getName());
    }
}
