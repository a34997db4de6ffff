package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a module registered with the JDK and left there. */
final class RegistrationCauses {
    private RegistrationCauses() {}

    /**
     * A place of the JDK.
     *
     * @param like a step on every path through it
     * @param what what it is; {@code *} stands for what of the module is there
     */
    private record Place(Predicate<HeapStep> like, String what, String advice) implements Kind {
        @Override
        public Optional<Cause> of(Way way) {
            return way.passes(like)
                    ? Optional.of(Cause.of(Cause.Rank.FIELD, what.replace("*", Held.what(way)), advice)
                            .in(what))
                    : Optional.empty();
        }
    }

    static List<Kind> kinds() {
        List<Kind> all = new ArrayList<>();
        all.add(RegistrationCauses::shutdownHook);
        all.addAll(management());
        all.addAll(services());
        all.addAll(system());
        all.addAll(RegistrationTables.logging());
        all.addAll(RegistrationTables.loggers());
        all.addAll(RegistrationTables.defaults());
        all.addAll(RegistrationTables.network());
        all.addAll(RegistrationTables.caches());
        all.addAll(RegistrationTables.desktop());
        return all;
    }

    /** Who made a thread left his loader in it also where the hook is of the host. */
    private static Optional<Cause> shutdownHook(Way way) {
        return way.staticField()
                .filter(step -> step.type().equals("java.lang.ApplicationShutdownHooks"))
                .map(step -> isLeftIn(way, "contextClassLoader") ? contextOfHook(way) : hook(way));
    }

    private static boolean isLeftIn(Way way, String label) {
        return way.passes(step -> step.link() == Link.FIELD && step.label().equals(label));
    }

    private static Cause hook(Way way) {
        return Cause.of(
                Cause.Rank.FIELD,
                "shutdown hook " + thread(way) + " is registered",
                "call Runtime.removeShutdownHook when the module is unloaded");
    }

    /** The hook itself tells more, where it leads to the module too. */
    private static Cause contextOfHook(Way way) {
        return Cause.of(
                        Cause.Rank.THREAD,
                        "context class loader of shutdown hook " + thread(way),
                        "call Runtime.removeShutdownHook when the module is unloaded, if the hook is its own; else call"
                                + " setContextClassLoader of that thread before it is registered")
                .about(hook(way).about());
    }

    private static String thread(Way way) {
        return way.steps().stream()
                .filter(hook -> !hook.isClass() && !hook.note().isEmpty())
                .findFirst()
                .map(way::thread)
                .orElse(Held.what(way));
    }

    private static List<Kind> management() {
        return List.of(
                type(
                        "com.sun.jmx.mbeanserver.NamedObject",
                        "MBean * is registered",
                        "call MBeanServer.unregisterMBean when the module is unloaded"),
                type(
                        "sun.management.NotificationEmitterSupport",
                        "notification listener * is registered with a platform MXBean",
                        "call removeNotificationListener when the module is unloaded"),
                type(
                        "javax.management.NotificationBroadcasterSupport",
                        "notification listener * is registered with an MBean",
                        "call removeNotificationListener when the module is unloaded"),
                field(
                        "sun.rmi.transport.ObjectTable",
                        "",
                        "remote object * is exported",
                        "call UnicastRemoteObject.unexportObject when the module is unloaded"));
    }

    private static List<Kind> services() {
        return List.of(
                field(
                        "java.sql.DriverManager",
                        "registeredDrivers",
                        "JDBC driver * is registered",
                        "call DriverManager.deregisterDriver in the module before it is unloaded"),
                field(
                        "java.sql.DriverManager",
                        "logWriter",
                        "log writer of java.sql.DriverManager leads to *",
                        "call DriverManager.setLogWriter(null) when the module is unloaded"),
                type(
                        "sun.security.jca.",
                        "security provider * is registered",
                        "call Security.removeProvider when the module is unloaded"));
    }

    private static List<Kind> system() {
        return List.of(
                field(
                        "java.time.zone.ZoneRulesProvider",
                        "",
                        "provider of time zones * is registered",
                        "nothing undoes it: have the host register it"),
                field(
                        "jdk.internal.misc.Signal",
                        "",
                        "signal handler * is registered",
                        "call sun.misc.Signal.handle with the former handler when the module is unloaded"),
                field(
                        "sun.misc.Signal",
                        "",
                        "signal handler * is registered",
                        "call sun.misc.Signal.handle with the former handler when the module is unloaded"),
                field(
                        "java.lang.ProcessHandleImpl",
                        "",
                        "callback * waits for the end of a process",
                        "end the process, or cancel ProcessHandle.onExit(), when the module is unloaded"));
    }

    /** A static field; an empty label stands for every field of the class. */
    static Kind field(String type, String label, String what, String advice) {
        return new Place(
                step -> step.isClass()
                        && step.type().equals(type)
                        && (label.isEmpty() || step.label().equals(label)),
                what,
                advice);
    }

    /** Objects or classes whose name begins so. */
    static Kind type(String start, String what, String advice) {
        return new Place(step -> step.type().startsWith(start), what, advice);
    }

    /** Fields of that name in objects whose class begins so. */
    static Kind member(String start, String label, String what, String advice) {
        return new Place(step -> step.type().startsWith(start) && step.label().equals(label), what, advice);
    }
}
