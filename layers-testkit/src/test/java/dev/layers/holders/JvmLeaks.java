package dev.layers.holders;

import java.util.List;

/** Leaks whose holder is the JVM: registrations, defaults, caches, and what it hides. */
final class JvmLeaks {
    private static final String RESTORE = "restore the former one when the module is unloaded";
    private static final String ONCE = "nothing undoes it: have the host set it, before any module does";

    private JvmLeaks() {}

    static List<LeakKind> all() {
        return List.of(
                ends(),
                services(),
                logging(),
                defaults(),
                once(),
                desktop(),
                caches(),
                hidden(),
                finalizers(),
                several());
    }

    private static LeakKind ends() {
        return LeakKind.of(
                        "Shutdown hooks and cleaners",
                        "A hook waits for the end of the JVM, a cleaner's action for that of an object; until then the JVM"
                                + " has their code.")
                .cases("jdk.hook", "jdk.cleaner")
                .seldom(
                        "context class loader of shutdown hook …",
                        "call Runtime.removeShutdownHook when the module is unloaded, if the hook is its own; else call"
                                + " setContextClassLoader of that thread before it is registered")
                .seldom(
                        "callback … waits for the end of a process",
                        "end the process, or cancel ProcessHandle.onExit(), when the module is unloaded")
                .layers("For a module the unload is the end: its hooks are run and removed, its cleaners' actions run.")
                .residue("hook.shutdown", "hook.subclass", "cleaner.own", "cleaner.shared")
                .misses("none.hook", "cleaner.cleaned");
    }

    private static LeakKind services() {
        return LeakKind.of(
                        "Drivers, beans, providers, signals",
                        "Registries of the JDK have what was put into them until it is taken out; most drivers put"
                                + " themselves there in a static initializer.")
                .cases("jdk.driver", "jdk.bean", "jdk.notified", "jdk.provider", "jdk.signal")
                .seldom(
                        "notification listener … is registered with an MBean",
                        "call removeNotificationListener when the module is unloaded")
                .seldom(
                        "remote object … is exported",
                        "call UnicastRemoteObject.unexportObject when the module is unloaded")
                .seldom(
                        "preferences listener … is registered",
                        "call removePreferenceChangeListener or removeNodeChangeListener when the module is unloaded")
                .layers(
                        "Drivers, beans, listeners of platform beans and of preferences, providers and signal handlers are taken out at unload; remote objects are told.")
                .residue(
                        "driver.left",
                        "bean.left",
                        "listener.memory",
                        "listener.preferences",
                        "provider.left",
                        "listener.signal",
                        "once.export")
                .misses("driver.removed", "bean.removed", "listener.memory.removed", "provider.removed");
    }

    private static LeakKind logging() {
        return LeakKind.of(
                        "Logging of the JDK",
                        "Loggers of the host and the root logger have what the module hung on them.")
                .cases("log.handler", "log.formatter", "log.listener")
                .seldom("filter … of a logger or log handler", "call setFilter(null) when the module is unloaded")
                .seldom(
                        "error manager … of a log handler",
                        "call Handler.setErrorManager with the former one when the module is unloaded")
                .seldom(
                        "java.util.logging keeps …",
                        "see which logger the module changed, and undo it when the module is unloaded")
                .layers("Handlers and filters are removed, formatters replaced, listeners removed.")
                .residue("log.handler", "log.filter", "log.formatter", "listener.logging")
                .misses("log.level", "log.logger", "log.handler.removed");
    }

    private static LeakKind defaults() {
        return LeakKind.of("Defaults of the JVM", "There is one of each, and it is the module's.")
                .cases(
                        "standard.handler",
                        "standard.stream",
                        "standard.properties",
                        "standard.proxies",
                        "standard.authenticator",
                        "standard.cookies",
                        "standard.names")
                .seldom(
                        "System.out leads to …",
                        "call System.setOut with the former stream when the module is unloaded")
                .seldom("System.in leads to …", "call System.setIn with the former stream when the module is unloaded")
                .seldom(
                        "log writer of java.sql.DriverManager leads to …",
                        "call DriverManager.setLogWriter(null) when the module is unloaded")
                .seldom("default response cache is …", RESTORE)
                .seldom("default of javax.net.ssl.HttpsURLConnection is …", RESTORE)
                .seldom("default time zone is …", RESTORE)
                .seldom("security policy is …", RESTORE)
                .seldom("login configuration is …", RESTORE)
                .layers(
                        "What the module sets is woven: it comes out of the chain at unload, and what was below comes back if"
                                + " it was on top. A time zone or locale of a JDK type pins nothing, changes what others see, and is told.")
                .residue(
                        "set.out",
                        "set.handler",
                        "set.proxies",
                        "set.cookies",
                        "property.object",
                        "set.zone",
                        "set.policy")
                .misses("set.restored");
    }

    private static LeakKind once() {
        return LeakKind.of("What can be set once", "The JDK has no way back.")
                .cases("standard.filter", "standard.urls")
                .seldom("factory of content handlers is …", ONCE)
                .seldom("builder of naming contexts is …", ONCE)
                .seldom("provider of time zones … is registered", "nothing undoes it: have the host register it")
                .layers("It is told in the report; nothing can undo it.")
                .author("Keep such code out of modules that unload.")
                .residue("once.handlers", "once.filter", "once.naming", "once.zones");
    }

    private static LeakKind desktop() {
        return LeakKind.of("AWT, image plug-ins, JFR", "Parts of the JDK that start once, and keep who started them.")
                .seldom("the context of AWT has …", "have the host use AWT first, before any module does")
                .seldom(
                        "image plug-in … is registered",
                        "call IIORegistry.deregisterServiceProvider when the module is unloaded")
                .seldom(
                        "JFR keeps …",
                        "call FlightRecorder.removePeriodicEvent, and close recordings, when the module is unloaded")
                .layers(
                        "Image plug-ins are deregistered and periodic code of JFR events is removed; a recording that streams"
                                + " to code of the module is not.")
                .residue("provider.images", "once.images", "listener.flight", "once.recording", "once.look")
                .misses("listener.event");
    }

    private static LeakKind caches() {
        return LeakKind.of(
                        "Soft references and caches of the JDK",
                        "No ordinary collection clears a soft reference; the JVM does when memory grows short or when nobody"
                                + " used it for long. The verdict says RETAINED, the hold is SOFT, and `UnloadReport.collected()`"
                                + " may complete later.")
                .cases("hidden.soft", "hidden.bean", "hidden.record", "hidden.record.soft")
                .seldom("cache of resource bundles has …", "call ResourceBundle.clearCache with the module's loader")
                .seldom("cache of java.io.ObjectStreamClass has …", "nothing: the JVM frees it when memory grows short")
                .layers("The caches of resource bundles and of the introspector are emptied of the module"
                        + " at unload, that of compared records right after it. Where each collection clears soft references (`-XX:SoftRefLRUPolicyMSPerMB=0`, for"
                        + " tests) what is softly held counts as free.")
                .residue("record.equals", "record.text", "bundle.type", "beans.introspector")
                .misses("record.plain", "bundle.missing", "beans.editor");
    }

    private static LeakKind hidden() {
        return LeakKind.of(
                        "Class values, and what a dump does not show",
                        "A heap dump has no instance fields of classes, so a `ClassValue` on a class of the JDK keeps its value"
                                + " on no path: the report infers it. Compiled code that a thread is in, handles of the JVM and"
                                + " the last exception of a thread are in no dump either.")
                .cases("hidden.classvalue")
                .seldom(
                        "nothing in the heap dump refers to it: a handle of the JVM, compiled code that a thread is in, or the"
                                + " last exception of a thread may hold it, none of which a dump shows",
                        "")
                .layers("Nothing: no public API reads class values.")
                .author("Compute class values for classes of the module alone, or of values of the JDK.")
                .residue("classvalue.jdk", "groovy.used")
                .misses("none.classvalue");
    }

    private static LeakKind finalizers() {
        return LeakKind.of(
                        "Finalizers",
                        "An object with a finalizer waits for its turn; one finalizer that does not return blocks all.")
                .seldom(
                        "an object with a finalizer leads to …",
                        "let finalizers run; where none does, a finalize() that does not return blocks them all")
                .seldom("only objects that wait for their finalizer lead to it", "")
                .layers("RETAINED takes four collections over two seconds, which is time for a finalizer that returns.")
                .misses("code.finalizer");
    }

    private static LeakKind several() {
        return LeakKind.of(
                        "Several at once",
                        "Most real leaks have more than one holder, and to cut one frees nothing. The report has every way in,"
                                + " static fields first; where strong ones are, soft ones are left out.")
                .cases("hidden.both", "hidden.many")
                .seldom("more paths lead to it than are told", "")
                .layers("The policy bounds the number of paths: ten under `ExplanationPolicy.heapDump()`.")
                .author("Work off the list from the top, and run again.");
    }
}
