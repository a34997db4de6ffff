package dev.layers.residue;

import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.security.Provider;
import java.security.Security;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.ObjectName;
import javax.net.ssl.HttpsURLConnection;

/**
 * What the public API shows of what modules leave behind, at one moment.
 *
 * @param seen all there is
 */
record Traces(Set<String> seen) {
    /** Threads that the JDK, or Layers, makes for itself, whoever asks first. */
    private static final List<String> OF_THE_JDK = List.of(
            "Common-Cleaner",
            "CompletableFutureDelayScheduler",
            "ForkJoinPool.commonPool",
            "VirtualThread-unblocker",
            "Read-Poller",
            "Write-Poller",
            "Signal Dispatcher",
            "Attach Listener",
            "Notification Thread",
            "Service Thread",
            "Cleaner-",
            "Event Dispatch Thread",
            "Java2D Disposer",
            "FileSystemWatch",
            "process reaper",
            "JFR ",
            "C1 ",
            "C2 ",
            "SIG",
            "HttpClient-",
            "Keep-Alive-Timer",
            "RMI ",
            "GC Daemon",
            "idle-timeout-task",
            "Timer-0",
            "Thread-",
            "InnocuousThread-",
            "layers ");

    /** Stands between a text and what tells it from another of the same text. */
    private static final char MARK = '\u0001';

    /** Looks at the JVM as it is now. */
    static Traces now() throws Exception {
        Set<String> seen = new HashSet<>();
        threads(seen);
        defaults(seen);
        network(seen);
        registrations(seen);
        logging(seen);
        return new Traces(seen);
    }

    /** Returns what is seen here and was not seen before, in order. */
    List<String> since(Traces before) {
        return seen.stream()
                .filter(trace -> !before.seen.contains(trace))
                .map(trace -> trace.substring(0, trace.indexOf(MARK)))
                .distinct()
                .sorted()
                .toList();
    }

    private static void threads(Set<String> seen) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (isOfJdk(thread)) {
                continue;
            }
            int identity = System.identityHashCode(thread);
            String name = "thread '" + thread.getName() + "'";
            if (!thread.getName().startsWith("host-")) {
                seen.add(trace(name, identity));
            }
            if (isOfModule(thread.getContextClassLoader())) {
                seen.add(trace("context loader of " + name, identity));
            }
            Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
            if (handler != null && isOfModule(handler.getClass().getClassLoader())) {
                seen.add(trace("handler of " + name, identity));
            }
        }
    }

    private static boolean isOfJdk(Thread thread) {
        return thread.getClass().getName().endsWith(".CarrierThread")
                || thread.getName().endsWith("-delayScheduler")
                || OF_THE_JDK.stream().anyMatch(thread.getName()::startsWith);
    }

    private static boolean isOfModule(ClassLoader loader) {
        return loader != null
                && loader != ClassLoader.getSystemClassLoader()
                && loader != ClassLoader.getPlatformClassLoader();
    }

    private static void defaults(Set<String> seen) {
        is(seen, "default uncaught exception handler", Thread.getDefaultUncaughtExceptionHandler());
        is(seen, "System.out", System.out);
        is(seen, "System.err", System.err);
        is(seen, "System.in", System.in);
        seen.add(trace("time zone " + TimeZone.getDefault().getID(), 0));
        seen.add(trace("locale " + Locale.getDefault(), 0));
        System.getProperties().keySet().stream()
                .filter(key -> key.toString().startsWith("acme"))
                .forEach(key -> seen.add(trace("property " + key, 0)));
        is(seen, "driver log", DriverManager.getLogWriter());
    }

    private static void network(Set<String> seen) {
        is(seen, "authenticator", Authenticator.getDefault());
        is(seen, "proxy selector", ProxySelector.getDefault());
        is(seen, "cookie handler", CookieHandler.getDefault());
        is(seen, "response cache", ResponseCache.getDefault());
        is(seen, "host name verifier", HttpsURLConnection.getDefaultHostnameVerifier());
        is(seen, "socket factory", HttpsURLConnection.getDefaultSSLSocketFactory());
        is(seen, "file name map", URLConnection.getFileNameMap());
    }

    private static void registrations(Set<String> seen) {
        for (Provider provider : Security.getProviders()) {
            seen.add(trace("security provider " + provider.getName(), 0));
        }
        for (ObjectName bean : ManagementFactory.getPlatformMBeanServer().queryNames(null, null)) {
            if (bean.getDomain().startsWith("acme")) {
                seen.add(trace("bean " + bean, 0));
            }
        }
    }

    private static void logging(Set<String> seen) {
        Logger root = LogManager.getLogManager().getLogger("");
        is(seen, "filter of the root logger", root.getFilter());
        for (Handler handler : root.getHandlers()) {
            is(seen, "log handler " + handler.getClass().getName(), handler);
            is(seen, "formatter", handler.getFormatter());
        }
    }

    private static void is(Set<String> seen, String what, Object value) {
        Stream.ofNullable(value).forEach(present -> seen.add(trace(what, System.identityHashCode(present))));
    }

    /** No record: comparing those would let go of the records of modules. */
    private static String trace(String text, int identity) {
        return text + MARK + identity;
    }
}
