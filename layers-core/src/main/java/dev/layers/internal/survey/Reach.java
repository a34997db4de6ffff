package dev.layers.internal.survey;

import dev.layers.preflight.Rule;
import java.util.Set;

/** Methods of the JDK whose effect outlives the module that calls them, by what they affect. */
enum Reach {
    THREADS(
            Rule.USES_THREADS,
            "java.lang.Thread.<init>",
            "java.lang.Thread.ofPlatform",
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread.startVirtualThread"),
    EXECUTORS(
            Rule.USES_EXECUTORS,
            "java.util.Timer.<init>",
            "java.util.concurrent.Executors.newCachedThreadPool",
            "java.util.concurrent.Executors.newFixedThreadPool",
            "java.util.concurrent.Executors.newScheduledThreadPool",
            "java.util.concurrent.Executors.newSingleThreadExecutor",
            "java.util.concurrent.Executors.newSingleThreadScheduledExecutor",
            "java.util.concurrent.Executors.newThreadPerTaskExecutor",
            "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor",
            "java.util.concurrent.Executors.newWorkStealingPool",
            "java.util.concurrent.ForkJoinPool.<init>",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.concurrent.ThreadPoolExecutor.<init>"),
    SHUTDOWN_HOOKS(Rule.USES_SHUTDOWN_HOOKS, "java.lang.Runtime.addShutdownHook"),
    REGISTRIES(
            Rule.USES_REGISTRY,
            "java.beans.PropertyEditorManager.registerEditor",
            "java.lang.ref.Cleaner.create",
            "java.net.URL.setURLStreamHandlerFactory",
            "java.net.URLConnection.setContentHandlerFactory",
            "java.security.Security.addProvider",
            "java.security.Security.insertProviderAt",
            "java.sql.DriverManager.registerDriver",
            "java.util.logging.Logger.addHandler",
            "javax.imageio.spi.IIORegistry.registerServiceProvider",
            "javax.management.MBeanServer.addNotificationListener",
            "javax.management.MBeanServer.registerMBean",
            "sun.misc.Signal.handle"),
    JVM_STATE(
            Rule.USES_JVM_STATE,
            "java.lang.System.clearProperty",
            "java.lang.System.setErr",
            "java.lang.System.setIn",
            "java.lang.System.setOut",
            "java.lang.System.setProperties",
            "java.lang.System.setProperty",
            "java.lang.Thread.setDefaultUncaughtExceptionHandler",
            "java.net.Authenticator.setDefault",
            "java.net.CookieHandler.setDefault",
            "java.net.ProxySelector.setDefault",
            "java.net.ResponseCache.setDefault",
            "java.util.Locale.setDefault",
            "java.util.TimeZone.setDefault",
            "javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier",
            "javax.net.ssl.HttpsURLConnection.setDefaultSSLSocketFactory",
            "javax.net.ssl.SSLContext.setDefault"),
    NATIVE_CODE(
            Rule.USES_NATIVE_CODE,
            "java.lang.Runtime.load",
            "java.lang.Runtime.loadLibrary",
            "java.lang.System.load",
            "java.lang.System.loadLibrary",
            "java.lang.foreign.Linker.nativeLinker",
            "java.lang.foreign.SymbolLookup.libraryLookup"),
    THREAD_LOCALS(
            Rule.USES_THREAD_LOCALS,
            "java.lang.InheritableThreadLocal.<init>",
            "java.lang.ThreadLocal.<init>",
            "java.lang.ThreadLocal.withInitial");

    private final Rule rule;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> methods;

    Reach(Rule rule, String... methods) {
        this.rule = rule;
        this.methods = Set.of(methods);
    }

    Rule rule() {
        return rule;
    }

    boolean includes(String method) {
        return methods.contains(method);
    }
}
