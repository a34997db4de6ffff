package dev.layers.internal.boundary;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ValueRange;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;

/**
 * Tells whose values cross as they are: their state can hold no object of a module, whoever made them.
 *
 * <p>Out are, though final, {@code URL} (its handler), {@code Matcher} (its text), {@code DateTimeFormatter} (its
 * chronology and fields) and {@code Optional} (its value).
 */
final class PlainTypes {
    /** No subclass can be written outside the JDK. */
    private static final Set<Class<?>> CLOSED = Set.of(
            Boolean.class,
            Byte.class,
            Character.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Void.class,
            String.class,
            StringBuilder.class,
            StringBuffer.class,
            Runtime.Version.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            UUID.class,
            URI.class,
            Locale.class,
            Currency.class,
            Pattern.class,
            HexFormat.class,
            MathContext.class,
            FileTime.class,
            Duration.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            MonthDay.class,
            OffsetDateTime.class,
            OffsetTime.class,
            Period.class,
            Year.class,
            YearMonth.class,
            ZonedDateTime.class,
            ZoneId.class,
            ZoneOffset.class,
            ValueRange.class);

    /** A subclass may hold anything, these very classes cannot. */
    private static final Set<Class<?>> EXACT = Set.of(
            BigDecimal.class,
            BigInteger.class,
            Date.class,
            SimpleTimeZone.class,
            BitSet.class,
            File.class,
            InetSocketAddress.class,
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            AtomicIntegerArray.class,
            AtomicLongArray.class);

    /** The same for classes that cannot be named here. */
    private static final Set<String> EXACT_NAMES = Set.of(
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.nio.HeapByteBuffer",
            "java.nio.HeapByteBufferR",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "java.time.ZoneRegion",
            "sun.util.calendar.ZoneInfo");

    private final ContractSide contract;

    PlainTypes(ContractSide contract) {
        this.contract = contract;
    }

    /** Returns whether every value of the declared type {@code type} is plain. */
    boolean contain(Class<?> type) {
        return isPlain(type, new HashSet<>());
    }

    /** Returns whether an object of the very class {@code type} is plain. */
    boolean containExactly(Class<?> type) {
        Class<?> declared = Enum.class.isAssignableFrom(type) && !type.isEnum() ? type.getSuperclass() : type;
        return EXACT.contains(type) || isHiddenInJdk(type) || contain(declared);
    }

    private static boolean isHiddenInJdk(Class<?> type) {
        return ContractSide.isOfJdk(type)
                && (EXACT_NAMES.contains(type.getName()) || Charset.class.isAssignableFrom(type));
    }

    /** Takes every type under way for plain: what holds itself is as plain as the rest of it. */
    private boolean isPlain(Class<?> type, Set<Class<?>> underWay) {
        if (type.isArray()) {
            return isPlain(type.getComponentType(), underWay);
        }
        if (type.isPrimitive() || CLOSED.contains(type)) {
            return true;
        }
        if (type.isEnum()) {
            return ContractSide.isOfJdk(type) || contract.contains(type);
        }
        return contract.contains(type) && (!underWay.add(type) || isValue(type, underWay));
    }

    private boolean isValue(Class<?> type, Set<Class<?>> underWay) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (!isPlain(component.getType(), underWay)) {
                    return false;
                }
            }
            return true;
        }
        return Modifier.isFinal(type.getModifiers()) && !isActor(type) && holdsPlainFields(type, underWay);
    }

    /** Returns whether calls of its objects have to go through references, lest raw arguments go with them. */
    private boolean isActor(Class<?> type) {
        return Interfaces.of(type).stream().anyMatch(each -> contract.isService(each) || JdkServices.contain(each));
    }

    private boolean holdsPlainFields(Class<?> type, Set<Class<?>> underWay) {
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !isFixed(field, underWay)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isFixed(Field field, Set<Class<?>> underWay) {
        return Modifier.isFinal(field.getModifiers()) && isPlain(field.getType(), underWay);
    }
}
