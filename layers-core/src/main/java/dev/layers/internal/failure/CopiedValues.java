package dev.layers.internal.failure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The objects that the state of a throwable may consist of. */
final class CopiedValues {
    private static final Set<String> NAMES = Set.of(
            "java.io.File",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.StackTraceElement",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            // what immutable collections and sets of enums are written as
            "java.util.CollSer",
            "java.util.EnumSet$SerializationProxy",
            "java.util.Date",
            "java.util.Locale",
            "java.util.UUID",
            // what all types of java.time are written as
            "java.time.Ser");

    private CopiedValues() {}

    /** Returns whether {@code object} is a value; what it consists of is asked for by itself. */
    static boolean admit(Object object) {
        Class<?> type = object.getClass();
        return type.isArray() || object instanceof Enum || NAMES.contains(type.getName()) || isCollection(object);
    }

    private static boolean isCollection(Object object) {
        return object.getClass().getPackageName().equals("java.util")
                && (object instanceof Collection || object instanceof Map);
    }
}
