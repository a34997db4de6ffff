package dev.layers.internal.boundary;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** Says of types without a rule why they have none, and what to use. */
final class Refusals {
    private Refusals() {}

    /** Says why {@code type}, which comes with the JDK, has no rule. */
    static String ofJdk(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.Thread", "java.lang.ThreadGroup" ->
                "a thread belongs to one side; use Runnable or Executor";
            case "java.lang.ThreadLocal" -> "a thread-local holds values of one side; use Supplier";
            case "java.lang.ClassLoader", "java.lang.Module", "java.lang.ModuleLayer" ->
                "it leads to every class of its side; use InputStream for resources, String for names";
            case "java.lang.System$Logger", "java.util.logging.Logger" ->
                "a logger is kept by the logging of its side; use an interface of the contract";
            case "java.net.URL" -> "it holds a handler, which may be a module's; use URI";
            case "java.util.regex.Matcher" -> "it holds the text it matches; use Pattern";
            case "java.time.format.DateTimeFormatter" -> "it holds fields, which may be a module's; use String";
            case "java.util.Spliterator" -> "it is not passed on element by element; use Iterator or Stream";
            case "java.lang.ref.Reference", "java.lang.ref.WeakReference", "java.lang.ref.SoftReference" ->
                "what it refers to cannot be told from it; use Supplier";
            case "java.util.concurrent.atomic.AtomicReference" -> "both sides could put objects into it; use Supplier";
            default -> byKind(type);
        };
    }

    /** Says why {@code type}, a class or interface that is not the JDK's, has no rule. */
    static String ofContract(Class<?> type) {
        if (!ContractSide.isVisible(type)) {
            return "it is not public in an exported package; make it public and export its package";
        }
        if (type.isSealed()) {
            return "it is sealed, and permits others than records and enums; permit only records and enums";
        }
        return type.isAnnotation()
                ? "it is an annotation; use a record"
                : "it is a class with state; make it a record or an interface";
    }

    private static String byKind(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "only the plain kinds of collections are passed on; use Collection, List or Set";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "only the plain kind of map is passed on; use Map";
        }
        if (Lock.class.isAssignableFrom(type)) {
            return "a lock that a module holds when it goes stays locked; use methods of the contract";
        }
        return "the JDK has it without a rule here; use a type of the contract or a simpler one of the JDK";
    }
}
