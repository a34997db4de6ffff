package dev.layers.internal.heap;

import dev.layers.internal.hprof.ClassRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What objects say of themselves: names, and keys of entries. */
final class Notes {
    private static final int LONGEST = 100;
    private static final String STRING = "java.lang.String";
    private static final Set<String> NAMED = Set.of("java.lang.Thread", "java.lang.ClassLoader", "java.lang.Module");
    private static final Set<String> WEAK_KEYED =
            Set.of("java.lang.ThreadLocal$ThreadLocalMap$Entry", "java.util.WeakHashMap$Entry");
    private static final Set<String> NUMBERS =
            Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte");

    private final HeapClasses classes;
    private final Lookup lookup;
    private final Map<Long, String> constants = new HashMap<>();

    Notes(HeapClasses classes, Lookup lookup) {
        this.classes = classes;
        this.lookup = lookup;
    }

    /** Returns the id of what tells about an instance: its name, or its key; 0 if nothing does. */
    long teller(FoundInstance instance) {
        HeapClass type = instance.type();
        for (String named : NAMED) {
            if (classes.isA(type, named)) {
                return instance.value(named, "name");
            }
        }
        if (WEAK_KEYED.contains(type.name())) {
            return instance.value("java.lang.ref.Reference", "referent");
        }
        return type.name().startsWith("java.util.") ? instance.value("key") : 0;
    }

    /** Returns the id of the characters of what tells, if it is a string; 0 otherwise. */
    long characters(long teller) {
        FoundInstance told = lookup.instance(teller);
        return told == null ? 0 : told.value(STRING, "value");
    }

    /** Returns what an instance says of itself; empty if nothing. */
    String of(@Nullable FoundInstance instance) {
        return instance == null
                ? ""
                : text(teller(instance), WEAK_KEYED.contains(instance.type().name()));
    }

    /** Returns what a name or key says; empty if nothing. */
    String text(long teller, boolean isTypeTelling) {
        HeapClass type = teller == 0 ? null : classes.of(teller);
        if (teller == 0 || type != null) {
            return type == null ? "" : type.name();
        }
        FoundInstance told = lookup.instance(teller);
        if (told == null) {
            return "";
        }
        FoundText characters = lookup.text(told.value(STRING, "value"));
        if (characters != null) {
            return shortened(characters.text(told.value(STRING, "coder") == 0));
        }
        if (NUMBERS.contains(told.type().name())) {
            return Long.toString(told.value("value"));
        }
        if (told.type().name().equals("java.lang.Character")) {
            return shortened(String.valueOf((char) told.value("value")));
        }
        if (told.type().name().equals("java.lang.Boolean")) {
            return Boolean.toString(told.value("value") != 0);
        }
        String constant = constant(teller);
        return constant.isEmpty() && isTypeTelling ? told.type().name() : constant;
    }

    private static String shortened(String text) {
        // dumps may have their texts blanked
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
    }

    /** Returns the name of a static field that refers to an object; empty if none does. */
    private String constant(long id) {
        return constants.computeIfAbsent(id, this::findConstant);
    }

    private String findConstant(long id) {
        for (HeapClass type : classes.all()) {
            int field = type.staticField(id);
            ClassRecord record = type.record();
            if (field >= 0 && record != null) {
                return type.name() + "." + classes.names().of(record.staticName(field));
            }
        }
        return "";
    }
}
