package dev.layers.internal.residue;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.TimeZone;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** Where the JVM has one object for all. Switches, since every load asks, and lambdas would be made for the first. */
enum DefaultPlace {
    UNCAUGHT("default uncaught exception handler", "java.lang.Thread"),
    OUT("System.out", "java.lang.System"),
    ERR("System.err", "java.lang.System"),
    IN("System.in", "java.lang.System"),
    AUTHENTICATOR("default authenticator", "java.net.Authenticator"),
    COOKIES("default cookie handler", "java.net.CookieHandler"),
    RESPONSES("default response cache", "java.net.ResponseCache"),
    /** The JDK copies it for whoever asks. */
    TIME_ZONE("default time zone", "java.util.TimeZone"),
    PROXIES("default proxy selector", "java.net.ProxySelector"),
    HOST_NAMES("default hostname verifier", "javax.net.ssl.HttpsURLConnection");

    private final String text;
    private final String type;

    DefaultPlace(String text, String type) {
        this.text = text;
        this.type = type;
    }

    /** Returns what it is, for messages. */
    String text() {
        return text;
    }

    /** Returns the name of the class that who sets it has used. */
    String type() {
        return type;
    }

    /** Returns whether to read it costs something, and has the JDK load what it may never need. */
    boolean isCostly() {
        return compareTo(TIME_ZONE) >= 0;
    }

    /** Reads it. */
    @Nullable
    Object value() {
        return switch (this) {
            case UNCAUGHT -> Thread.getDefaultUncaughtExceptionHandler();
            case OUT -> System.out;
            case ERR -> System.err;
            case IN -> System.in;
            case AUTHENTICATOR -> Authenticator.getDefault();
            case COOKIES -> CookieHandler.getDefault();
            case RESPONSES -> ResponseCache.getDefault();
            case TIME_ZONE -> TimeZone.getDefault();
            case PROXIES -> ProxySelector.getDefault();
            case HOST_NAMES -> HttpsURLConnection.getDefaultHostnameVerifier();
        };
    }

    /** Sets it to what {@link #value} or {@link #otherwise} returned. */
    void change(@Nullable Object value) {
        switch (this) {
            case UNCAUGHT -> Thread.setDefaultUncaughtExceptionHandler((Thread.UncaughtExceptionHandler) value);
            case OUT -> System.setOut((PrintStream) value);
            case ERR -> System.setErr((PrintStream) value);
            case IN -> System.setIn((InputStream) value);
            case AUTHENTICATOR -> Authenticator.setDefault((Authenticator) value);
            case COOKIES -> CookieHandler.setDefault((CookieHandler) value);
            case RESPONSES -> ResponseCache.setDefault((ResponseCache) value);
            case TIME_ZONE -> TimeZone.setDefault((TimeZone) value);
            case PROXIES -> ProxySelector.setDefault((ProxySelector) value);
            case HOST_NAMES -> HttpsURLConnection.setDefaultHostnameVerifier((HostnameVerifier) value);
        }
    }

    /** Returns what it is where nobody sets it. */
    @Nullable
    Object otherwise() {
        return switch (this) {
            case OUT -> new PrintStream(new FileOutputStream(FileDescriptor.out), true);
            case ERR -> new PrintStream(new FileOutputStream(FileDescriptor.err), true);
            case IN -> new FileInputStream(FileDescriptor.in);
            case HOST_NAMES -> (HostnameVerifier) (host, session) -> false;
            default -> null;
        };
    }
}
