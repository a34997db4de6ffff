package dev.layers.internal.cause;

import static dev.layers.internal.cause.RegistrationCauses.field;
import static dev.layers.internal.cause.RegistrationCauses.member;
import static dev.layers.internal.cause.RegistrationCauses.type;

import java.util.List;

/** Loggers, defaults and caches that the JVM has one of. */
final class RegistrationTables {
    private static final String RESTORE = "restore the former one when the module is unloaded";

    private static final String ONCE = "nothing undoes it: have the host set it, before any module does";

    private RegistrationTables() {}

    static List<Kind> logging() {
        return List.of(
                member(
                        "java.util.logging.",
                        "formatter",
                        "formatter * of a log handler",
                        "call Handler.setFormatter with the former one when the module is unloaded"),
                member(
                        "java.util.logging.",
                        "filter",
                        "filter * of a logger or log handler",
                        "call setFilter(null) when the module is unloaded"),
                member(
                        "java.util.logging.",
                        "errorManager",
                        "error manager * of a log handler",
                        "call Handler.setErrorManager with the former one when the module is unloaded"));
    }

    static List<Kind> loggers() {
        return List.of(
                member(
                        "java.util.logging.LogManager",
                        "listeners",
                        "configuration listener * of java.util.logging",
                        "call LogManager.removeConfigurationListener when the module is unloaded"),
                member(
                        "java.util.logging.Logger",
                        "handlers",
                        "log handler * is registered",
                        "call Logger.removeHandler when the module is unloaded"),
                field(
                        "java.util.logging.LogManager",
                        "",
                        "java.util.logging keeps *",
                        "see which logger the module changed, and undo it when the module is unloaded"),
                type(
                        "java.util.prefs.",
                        "preferences listener * is registered",
                        "call removePreferenceChangeListener or removeNodeChangeListener when the module is unloaded"));
    }

    static List<Kind> defaults() {
        return List.of(
                field(
                        "java.lang.Thread",
                        "defaultUncaughtExceptionHandler",
                        "default uncaught exception handler is *",
                        "call Thread.setDefaultUncaughtExceptionHandler with the former one when the module is unloaded"),
                field(
                        "java.lang.System",
                        "out",
                        "System.out leads to *",
                        "call System.setOut with the former stream when the module is unloaded"),
                field(
                        "java.lang.System",
                        "err",
                        "System.err leads to *",
                        "call System.setErr with the former stream when the module is unloaded"),
                field(
                        "java.lang.System",
                        "in",
                        "System.in leads to *",
                        "call System.setIn with the former stream when the module is unloaded"),
                field(
                        "java.lang.System",
                        "props",
                        "the system properties have *",
                        "have text alone in the system properties, and remove it when the module is unloaded"));
    }

    static List<Kind> network() {
        return List.of(
                field("java.net.ProxySelector", "", "default proxy selector is *", RESTORE),
                field("java.net.Authenticator", "", "default authenticator is *", RESTORE),
                field("java.net.CookieHandler", "", "default cookie handler leads to *", RESTORE),
                field("java.net.ResponseCache", "", "default response cache is *", RESTORE),
                field("java.net.URL", "factory", "factory of URL stream handlers is *", ONCE),
                field("java.net.URLConnection", "fileNameMap", "file name map of java.net.URLConnection is *", RESTORE),
                field("java.net.URLConnection", "factory", "factory of content handlers is *", ONCE),
                field(
                        "javax.net.ssl.HttpsURLConnection",
                        "",
                        "default of javax.net.ssl.HttpsURLConnection is *",
                        RESTORE),
                field("java.util.TimeZone", "", "default time zone is *", RESTORE),
                field("java.io.ObjectInputFilter$Config", "", "serialization filter is *", ONCE),
                field("javax.naming.spi.NamingManager", "", "builder of naming contexts is *", ONCE),
                field("java.security.Policy", "", "security policy is *", RESTORE),
                field("javax.security.auth.login.Configuration", "", "login configuration is *", RESTORE));
    }

    static List<Kind> caches() {
        return List.of(
                type(
                        "java.util.ResourceBundle",
                        "cache of resource bundles has *",
                        "call ResourceBundle.clearCache with the module's loader"),
                type("java.beans.ThreadGroupContext", INTROSPECTED, FLUSH),
                type("com.sun.beans.", INTROSPECTED, FLUSH),
                type("java.beans.Introspector", INTROSPECTED, FLUSH),
                field(
                        "java.lang.runtime.ObjectMethods",
                        "",
                        "a record was compared, and the JDK keeps the last type of that: *",
                        "compare records of the host afterwards, which takes the place; JDK 18 and later hold it softly"),
                type("java.io.ObjectStreamClass", "cache of java.io.ObjectStreamClass has *", SOFT),
                field("java.util.concurrent.CompletableFuture$Delayer", "", DELAYED, CANCEL),
                type("java.util.concurrent.DelayScheduler", DELAYED, CANCEL));
    }

    private static final String INTROSPECTED = "cache of java.beans.Introspector has *";

    private static final String FLUSH = "call Introspector.flushCaches when the module is unloaded";

    private static final String SOFT = "nothing: the JVM frees it when memory grows short";

    private static final String DELAYED = "delayed or timed-out CompletableFuture has * to run";

    private static final String CANCEL = "complete or cancel the future when the module is unloaded";

    static List<Kind> desktop() {
        return List.of(
                type(
                        "sun.awt.AppContext",
                        "the context of AWT has *",
                        "have the host use AWT first, before any module does"),
                type(
                        "javax.imageio.spi.",
                        "image plug-in * is registered",
                        "call IIORegistry.deregisterServiceProvider when the module is unloaded"),
                type(
                        "jdk.jfr.",
                        "JFR keeps *",
                        "call FlightRecorder.removePeriodicEvent, and close recordings, when the module is unloaded"));
    }
}
