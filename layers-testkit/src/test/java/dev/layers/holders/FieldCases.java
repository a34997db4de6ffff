package dev.layers.holders;

import java.util.List;
import java.util.stream.Stream;

/** Static fields of the host keep the module, and whatever leads to it. */
final class FieldCases {
    static final String REMOVE = "remove it there when the module is unloaded";

    private static final String NAME =
            "remove it there when the module is unloaded, or keep the name of the class in its stead";

    private static final String EXCEPTION =
            "keep the text and the stack trace elements of exceptions, never an exception itself";

    private FieldCases() {}

    static List<Case> all() {
        return Stream.of(plain(), reflective(), thrown(), carriers(), listeners())
                .flatMap(List::stream)
                .toList();
    }

    /** Keeps something in the map {@code bot.Shelf.NAMED}. */
    private static Case named(String name, String value, String what, String advice) {
        return Case.collected(name, "Shelf.NAMED.put(\"" + name + "\", " + value + ");")
                .by(
                        "static field bot.Shelf.NAMED",
                        "static field bot.Shelf.NAMED keeps " + what + " under key '" + name + "'",
                        advice,
                        "class bot.Shelf .NAMED",
                        "java.util.HashMap .table",
                        "java.util.HashMap$Node '" + name + "' .value");
    }

    private static List<Case> plain() {
        return List.of(
                Case.collected("field.object", "Shelf.one = this;")
                        .by(
                                "static field bot.Shelf.one",
                                "static field bot.Shelf.one keeps acme.Chat",
                                REMOVE,
                                "class bot.Shelf .one",
                                "acme.Chat <class>",
                                "class acme.Chat <loader>"),
                Case.collected("field.list", "Shelf.LIST.add((Runnable) () -> new Chat());")
                        .by(
                                "static field bot.Shelf.LIST",
                                "static field bot.Shelf.LIST keeps a lambda of acme.Chat at [0]",
                                REMOVE,
                                "class bot.Shelf .LIST",
                                "java.util.ArrayList .elementData",
                                "java.lang.Object[] [0]"),
                named("field.named", "this", "acme.Chat", REMOVE),
                named("field.type", "Chat.class", "class acme.Chat", NAME),
                named("field.array", "new Chat[0]", "acme.Chat[]", REMOVE),
                named("field.loader", "Chat.class.getClassLoader()", "its class loader", REMOVE),
                named("field.layer", "Chat.class.getModule().getLayer()", "its layer", REMOVE),
                Case.collected("field.key", "Shelf.BY_TYPE.put(Chat.class, \"text\");")
                        .by(
                                "static field bot.Shelf.BY_TYPE",
                                "static field bot.Shelf.BY_TYPE keeps class acme.Chat",
                                NAME,
                                "class bot.Shelf .BY_TYPE",
                                "java.util.concurrent.ConcurrentHashMap .table",
                                "class acme.Chat <loader>"),
                Case.collected("field.other", """
                        ((Class<?>) Shelf.first).getField("last").set(null, this);
                        """)
                        .by(
                                "static field other.Cache.last",
                                "module 'cache#1' keeps acme.Chat: static field other.Cache.last",
                                "unload 'cache#1' too, or have it let go what it took from the other module",
                                "class other.Cache .last",
                                "acme.Chat <class>"));
    }

    private static List<Case> reflective() {
        return List.of(
                named(
                        "kept.method",
                        "Chat.class.getMethod(\"call\")",
                        "java.lang.reflect.Method of class acme.Chat",
                        "keep the name of the member, and look it up when it is needed"),
                named(
                                "kept.handle",
                                "java.lang.invoke.MethodHandles.lookup().findStatic(Chat.class, \"told\","
                                        + " java.lang.invoke.MethodType.methodType(void.class))",
                                "java.lang.invoke.DirectMethodHandle of class acme.Chat",
                                "drop method and variable handles with the module whose members they are for")
                        .members("static void told() {}"),
                named(
                        "kept.module",
                        "Chat.class.getModule()",
                        "java.lang.Module",
                        "keep its name, or its descriptor, in its stead"),
                named(
                        "kept.domain",
                        "Chat.class.getProtectionDomain()",
                        "java.security.ProtectionDomain of its class loader",
                        "keep the code source in its stead"),
                named(
                        "kept.services",
                        "ServiceLoader.load(Chat.class.getModule().getLayer(), Runnable.class)",
                        "java.util.ServiceLoader",
                        "drop the service loader after use, or make a new one for each look-up"),
                named(
                        "kept.frame",
                        "StackWalker.getInstance().walk(frames -> frames.findFirst().get())",
                        "stack frame java.lang.StackFrameInfo of class acme.Chat",
                        "keep the stack trace element of the frame: toStackTraceElement()"));
    }

    private static List<Case> thrown() {
        return List.of(
                Case.collected("thrown.jdk", """
                        try { "".charAt(1); } catch (RuntimeException failure) { Shelf.NAMED.put("thrown.jdk", failure); }
                        """)
                        .by(
                                "static field bot.Shelf.NAMED",
                                "static field bot.Shelf.NAMED keeps exception java.lang.StringIndexOutOfBoundsException,"
                                        + " whose backtrace has class acme.Chat under key 'thrown.jdk'",
                                EXCEPTION,
                                "java.lang.StringIndexOutOfBoundsException .backtrace"),
                thrown("thrown.cause", "new IOException(\"text\", new Own())", "whose cause is acme.Chat$Own"),
                thrown("thrown.suppressed", "suppressing(new Own())", "which suppressed acme.Chat$Own"),
                Case.collected("thrown.own", "Shelf.NAMED.put(\"thrown.own\", new Own());")
                        .members(
                                "static class Own extends Exception { private static final long serialVersionUID = 1; }")
                        .by(
                                "static field bot.Shelf.NAMED",
                                "static field bot.Shelf.NAMED keeps acme.Chat$Own under key 'thrown.own'",
                                REMOVE,
                                "acme.Chat$Own <class>"));
    }

    /** An exception of the host, as far as its backtrace goes. */
    private static Case thrown(String name, String made, String how) {
        return Case.collected(name, "Exception made = " + made + "; " + "Shelf.NAMED.put(\"" + name + "\", made);")
                .members(
                        "static class Own extends Exception { private static final long serialVersionUID = 1; } "
                                + "static Exception suppressing(Exception one) { Exception made = new IOException(); made.addSuppressed(one); return made; }")
                .by(
                        "static field bot.Shelf.NAMED",
                        "static field bot.Shelf.NAMED keeps exception java.io.IOException, " + how + " under key '"
                                + name + "'",
                        EXCEPTION)
                .by(
                        "static field bot.Shelf.NAMED",
                        "static field bot.Shelf.NAMED keeps exception java.io.IOException, whose backtrace has class"
                                + " acme.Chat under key '" + name + "'",
                        EXCEPTION,
                        "java.io.IOException .backtrace");
    }

    private static List<Case> carriers() {
        return List.of(
                named(
                        "kept.proxy",
                        "java.lang.reflect.Proxy.newProxyInstance(Shelf.class.getClassLoader(),"
                                + " new Class<?>[] {Runnable.class}, (self, method, given) -> null)",
                        "proxy jdk.proxy1.$Proxy0, whose handler is a lambda of acme.Chat",
                        "drop the proxy when the module is unloaded, or have a handler of the host"),
                named(
                                "kept.enums",
                                "EnumSet.noneOf(Mood.class)",
                                "java.util.RegularEnumSet of acme.Chat$Mood[]",
                                "keep the names of constants; also an empty EnumSet or EnumMap has their class")
                        .members("enum Mood { FINE }"),
                named(
                        "kept.order",
                        "new TreeMap<String, String>((one, two) -> 0)",
                        "comparator a lambda of acme.Chat of a java.util.TreeMap",
                        "copy the collection without its comparator, or have a comparator of the host"),
                Case.collected("kept.weakly", "Shelf.WEAK.put(Chat.class, this);")
                        .by(
                                "static field bot.Shelf.WEAK",
                                "static field bot.Shelf.WEAK keeps value acme.Chat in a WeakHashMap under key 'acme.Chat'",
                                "a value must not lead to its key: have it held weakly, or keep none of the module",
                                "java.util.WeakHashMap$Entry 'acme.Chat' .value"),
                Case.collected("kept.record", """
                        LogRecord entry = new LogRecord(Level.INFO, "text");
                        entry.setParameters(new Object[] {this});
                        Shelf.NAMED.put("kept.record", entry);
                        """)
                        .by(
                                "static field bot.Shelf.NAMED",
                                "static field bot.Shelf.NAMED keeps log record with acme.Chat under key 'kept.record'",
                                "have handlers keep the text of records, not the records",
                                "java.util.logging.LogRecord .parameters"));
    }

    private static List<Case> listeners() {
        return List.of(
                Case.collected("listener.property", "Shelf.PROPERTIES.addPropertyChangeListener(event -> {});")
                        .by(
                                "static field bot.Shelf.PROPERTIES",
                                "static field bot.Shelf.PROPERTIES keeps property change listener a lambda of acme.Chat",
                                "remove the listener when the module is unloaded",
                                "java.beans.PropertyChangeSupport .map"),
                Case.collected("listener.future", "Shelf.NEWS.thenAccept(news -> new Chat());")
                        .by(
                                "static field bot.Shelf.NEWS",
                                "static field bot.Shelf.NEWS keeps callback a lambda of acme.Chat of a CompletableFuture"
                                        + " that is pending",
                                "complete or cancel the future when the module is unloaded",
                                "java.util.concurrent.CompletableFuture .stack"),
                Case.collected("listener.flow", "Shelf.PUBLISHER.consume(text -> new Chat());")
                        .by(
                                "static field bot.Shelf.PUBLISHER",
                                "static field bot.Shelf.PUBLISHER keeps subscriber a lambda of acme.Chat of a"
                                        + " java.util.concurrent.SubmissionPublisher",
                                "cancel the subscription when the module is unloaded"),
                Case.collected("listener.http", "Shelf.SERVER.createContext(\"/own\", exchange -> {});")
                        .by(
                                "thread 'idle-timeout-task'",
                                "thread 'idle-timeout-task' keeps handler a lambda of acme.Chat of a"
                                        + " com.sun.net.httpserver.HttpServer",
                                "call HttpServer.removeContext when the module is unloaded"),
                Case.collected("task.scheduled", "Shelf.CLOCK.schedule(() -> {}, 1, TimeUnit.HOURS);")
                        .by(
                                "thread 'host-clock'",
                                "the executor of thread 'host-clock' has scheduled task a lambda of acme.Chat",
                                "cancel the task when the module is unloaded, and have the executor"
                                        + " setRemoveOnCancelPolicy(true)"),
                Case.collected("task.waiting", "Shelf.POOL.execute(() -> new Chat());")
                        .by(
                                "thread 'host-pool'",
                                "the executor of thread 'host-pool' has waiting task a lambda of acme.Chat",
                                "cancel and remove what waits when the module is unloaded, or shut the executor down",
                                "java.util.concurrent.ThreadPoolExecutor .workQueue"));
    }
}
