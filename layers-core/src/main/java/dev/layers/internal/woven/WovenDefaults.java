package dev.layers.internal.woven;

import java.io.InputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.FileNameMap;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.security.auth.login.Configuration;

/** What stands for the setters of defaults of {@code java.base}. */
public final class WovenDefaults {
    private WovenDefaults() {}

    /** Stands for {@code System}'s. */
    public static void setOut(PrintStream stream) {
        Restoring.set(JvmDefault.OUT, stream);
    }

    /** Stands for {@code System}'s. */
    public static void setErr(PrintStream stream) {
        Restoring.set(JvmDefault.ERR, stream);
    }

    /** Stands for {@code System}'s. */
    public static void setIn(InputStream stream) {
        Restoring.set(JvmDefault.IN, stream);
    }

    /** Stands for {@code System}'s. */
    public static void setProperties(Properties properties) {
        Restoring.set(JvmDefault.PROPERTIES, properties);
    }

    /** Stands for {@code Thread}'s. */
    public static void setDefaultUncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler) {
        Restoring.set(JvmDefault.UNCAUGHT, handler);
    }

    /** Stands for {@code ProxySelector}'s. */
    public static void setDefault(ProxySelector selector) {
        Restoring.set(JvmDefault.PROXY_SELECTOR, selector);
    }

    /** Stands for {@code Authenticator}'s. */
    public static void setDefault(Authenticator authenticator) {
        Restoring.set(JvmDefault.AUTHENTICATOR, authenticator);
    }

    /** Stands for {@code CookieHandler}'s. */
    public static void setDefault(CookieHandler handler) {
        Restoring.set(JvmDefault.COOKIE_HANDLER, handler);
    }

    /** Stands for {@code ResponseCache}'s. */
    public static void setDefault(ResponseCache cache) {
        Restoring.set(JvmDefault.RESPONSE_CACHE, cache);
    }

    /** Stands for {@code SSLContext}'s. */
    public static void setDefault(SSLContext context) {
        Restoring.set(JvmDefault.SSL_CONTEXT, Objects.requireNonNull(context));
    }

    /** Stands for {@code HttpsURLConnection}'s. */
    public static void setDefaultHostnameVerifier(HostnameVerifier verifier) {
        Restoring.set(JvmDefault.HOST_NAME_VERIFIER, verifier);
    }

    /** Stands for {@code HttpsURLConnection}'s. */
    public static void setDefaultSSLSocketFactory(SSLSocketFactory factory) {
        Restoring.set(JvmDefault.SSL_SOCKET_FACTORY, factory);
    }

    /** Stands for {@code URLConnection}'s. */
    public static void setFileNameMap(FileNameMap map) {
        Restoring.set(JvmDefault.FILE_NAME_MAP, map);
    }

    /** Stands for {@code Configuration}'s. */
    public static void setConfiguration(Configuration configuration) {
        Restoring.set(JvmDefault.LOGIN_CONFIGURATION, configuration);
    }

    /** Stands for {@code TimeZone}'s. */
    public static void setDefault(TimeZone zone) {
        PlaceAndTime.change(PlaceAndTime.ZONE, zone);
    }

    /** Stands for {@code Locale}'s. */
    public static void setDefault(Locale locale) {
        PlaceAndTime.change(PlaceAndTime.LOCALE, locale);
    }

    /** Stands for {@code Locale}'s. */
    public static void setDefault(Locale.Category category, Locale locale) {
        PlaceAndTime.change(
                switch (category) {
                    case DISPLAY -> PlaceAndTime.DISPLAY;
                    case FORMAT -> PlaceAndTime.FORMAT;
                },
                locale);
    }
}
