package dev.layers.testkit.leaks;

import dev.layers.testkit.ModuleSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A kind of leak, and a module that has it.
 *
 * <p>The module provides {@link Runnable}; its {@code run} leaks. What it changes in the JVM stays there, so run it in a JVM of
 * the test's own, or with Layers, which undoes most.
 *
 * {@snippet class="dev.layers.testkit.leaks.LeakTest" region="leak"}
 *
 * @since 0.1
 */
public enum Leak {
    /** Leaves nothing: what a check must not report. */
    CLEAN(CacheLeaks.clean()),
    /** A thread that waits until it is interrupted. */
    THREAD(ThreadLeaks.thread()),
    /** A thread that takes no interrupt for an answer. */
    DEAF_THREAD(ThreadLeaks.deafThread()),
    /** A virtual thread that waits until it is interrupted; since JDK 21. */
    VIRTUAL_THREAD(ThreadLeaks.virtualThread()),
    /** A pool with an idle thread. */
    EXECUTOR(ThreadLeaks.executor()),
    /** A pool with a task that does not end. */
    BUSY_EXECUTOR(ThreadLeaks.busyExecutor()),
    /** A pool with a periodic task. */
    SCHEDULED(ThreadLeaks.scheduled()),
    /** A timer with a periodic task. */
    TIMER(ThreadLeaks.timer()),
    /** A future with a timeout, and a callback on it. */
    COMPLETABLE_FUTURE(ThreadLeaks.completableFuture()),
    /** A task for the common pool, later. */
    DELAYED_TASK(ThreadLeaks.delayedTask()),
    /** A value in a thread-local of the thread that ran it. */
    THREAD_LOCAL(ThreadLeaks.threadLocal()),
    /** The context class loader of the thread that ran it. */
    CONTEXT_LOADER(ThreadLeaks.contextLoader()),
    /** The uncaught exception handler of the thread that ran it. */
    THREAD_HANDLER(ThreadLeaks.threadHandler()),
    /** A channel that waits for a connection. */
    ASYNCHRONOUS_CHANNEL(ThreadLeaks.asynchronousChannel()),
    /** An HTTP server of the JDK. */
    HTTP_SERVER(ThreadLeaks.httpServer()),
    /** A shutdown hook. */
    SHUTDOWN_HOOK(RegistrationLeaks.shutdownHook()),
    /** A cleaner's action for an object that lives on. */
    CLEANER(RegistrationLeaks.cleaner()),
    /** A JDBC driver. */
    JDBC_DRIVER(RegistrationLeaks.jdbcDriver()),
    /** An MBean. */
    MBEAN(RegistrationLeaks.managedBean()),
    /** A listener of a bean of the platform. */
    NOTIFICATION_LISTENER(RegistrationLeaks.notificationListener()),
    /** A handler of the root logger. */
    LOG_HANDLER(RegistrationLeaks.logHandler()),
    /** A listener in a registry of the JDK. */
    STATIC_LISTENER(RegistrationLeaks.staticListener()),
    /** A listener of the user's preferences. */
    PREFERENCES(RegistrationLeaks.preferenceListener()),
    /** A callback that the flight recorder keeps. */
    CALLBACK(RegistrationLeaks.flightEvent()),
    /** A security provider. */
    SECURITY_PROVIDER(RegistrationLeaks.securityProvider()),
    /** An image provider. */
    IMAGE_PROVIDER(RegistrationLeaks.imageProvider()),
    /** The default uncaught exception handler. */
    UNCAUGHT_HANDLER(DefaultLeaks.uncaughtHandler()),
    /** The standard output. */
    SYSTEM_OUT(DefaultLeaks.systemOut()),
    /** An object as a system property. */
    SYSTEM_PROPERTY(DefaultLeaks.systemProperty()),
    /** An object behind a soft reference. */
    SOFT_CACHE(DefaultLeaks.softCache()),
    /** The default time zone, of a class of its own. */
    TIME_ZONE(DefaultLeaks.timeZone()),
    /** The default locale. */
    LOCALE(DefaultLeaks.locale()),
    /** The default authenticator. */
    AUTHENTICATOR(DefaultLeaks.authenticator()),
    /** The default proxy selector. */
    PROXY_SELECTOR(DefaultLeaks.proxySelector()),
    /** The default cookie handler. */
    COOKIE_HANDLER(DefaultLeaks.cookieHandler()),
    /** The file name map of URL connections. */
    URL_CONNECTION(DefaultLeaks.urlConnection()),
    /** The stream handler factory of URLs, which can be set once in a JVM. */
    URL_HANDLERS(DefaultLeaks.urlHandlers()),
    /** The default host name verifier. */
    HOSTNAME_VERIFIER(DefaultLeaks.hostnameVerifier()),
    /** A resource bundle in the JDK's cache. */
    RESOURCE_BUNDLE(CacheLeaks.resourceBundle()),
    /** A bean in the introspector's cache. */
    BEAN_INTROSPECTOR(CacheLeaks.beanIntrospector()),
    /** A record that the JDK remembers. */
    RECORD(CacheLeaks.record()),
    /** A class value for a class of the JDK. */
    CLASS_VALUE(CacheLeaks.classValue()),
    /** An object that its finalizer saves. */
    FINALIZER(CacheLeaks.finalizer()),
    /** A descriptor of a file. */
    OPEN_FILE(CacheLeaks.openFile()),
    /** A temporary file. */
    TEMPORARY_FILE(CacheLeaks.temporaryFile());

    /** Records of texts and numbers. */
    @SuppressWarnings("ImmutableEnumChecker") // no annotation says so of the record
    private final Leaking leaking;

    Leak(Leaking leaking) {
        this.leaking = leaking;
    }

    /**
     * What a leak does to a loader that is dropped without anybody's help.
     *
     * @since 0.1
     */
    public enum Effect {
        /** The loader is never collected. */
        HELD,
        /** The loader is collected when memory is short, or when nobody asked for long. */
        SOFT,
        /** The loader is collected; something of it stays with the JVM. */
        LEFT,
        /** The loader is collected and nothing stays. */
        NONE
    }

    /**
     * Returns the leaks whose modules run on this JDK, {@link #CLEAN} among them.
     *
     * @return in the order of declaration
     */
    public static List<Leak> forThisJdk() {
        return Arrays.stream(values()).filter(Leak::isForThisJdk).toList();
    }

    /**
     * Returns whether this JDK has what the module uses.
     *
     * @return whether it can be compiled and run
     */
    public boolean isForThisJdk() {
        return leaking.bare().first() <= Runtime.version().feature();
    }

    /**
     * Returns what the module leaves.
     *
     * @return the object of a sentence, without a dot
     */
    public String leaves() {
        return leaking.words().leaves();
    }

    /**
     * Returns what holds a bare loader then.
     *
     * @return a noun, without a dot
     */
    public String heldBy() {
        return leaking.words().heldBy();
    }

    /**
     * Returns what whoever leaks so has to do instead.
     *
     * @return an order, without a dot
     */
    public String undoneBy() {
        return leaking.words().undoneBy();
    }

    /**
     * Returns what becomes of a bare loader on this JDK.
     *
     * @return the effect
     */
    public Effect effect() {
        return leaking.effect(Runtime.version().feature());
    }

    /**
     * Returns the name of the module, which is also that of its package; its class is {@code Leak}.
     *
     * @return {@code leaky.} and the name of the constant
     */
    public String module() {
        return "leaky." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the module, to be compiled by a JDK that it {@linkplain #isForThisJdk() is for}.
     *
     * @return a source that needs nothing but the JDK
     */
    public ModuleSource source() {
        return leaking.source(module());
    }
}
