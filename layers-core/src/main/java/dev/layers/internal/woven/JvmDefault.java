package dev.layers.internal.woven;

import dev.layers.internal.time.Deadline;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.FileNameMap;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.security.auth.login.Configuration;
import org.jspecify.annotations.Nullable;

/** The defaults that {@code java.base} has. */
@SuppressWarnings("ImmutableEnumChecker") // its functions have no state
enum JvmDefault implements ReadableDefault {
    OUT("System.out", () -> System.out, value -> System.setOut((PrintStream) value)),
    ERR("System.err", () -> System.err, value -> System.setErr((PrintStream) value)),
    IN("System.in", () -> System.in, value -> System.setIn((InputStream) value)),
    PROPERTIES(
            "the set of system properties", System::getProperties, value -> System.setProperties((Properties) value)),
    UNCAUGHT(
            "the default uncaught exception handler",
            Thread::getDefaultUncaughtExceptionHandler,
            value -> Thread.setDefaultUncaughtExceptionHandler((Thread.UncaughtExceptionHandler) value)),
    PROXY_SELECTOR(
            "the default proxy selector",
            ProxySelector::getDefault,
            value -> ProxySelector.setDefault((ProxySelector) value)),
    AUTHENTICATOR(
            "the default authenticator",
            Authenticator::getDefault,
            value -> Authenticator.setDefault((Authenticator) value)),
    COOKIE_HANDLER(
            "the default cookie handler",
            CookieHandler::getDefault,
            value -> CookieHandler.setDefault((CookieHandler) value)),
    RESPONSE_CACHE(
            "the default response cache",
            ResponseCache::getDefault,
            value -> ResponseCache.setDefault((ResponseCache) value)),
    SSL_CONTEXT("the default SSL context", JvmDefault::sslContext, JvmDefault::setSslContext),
    HOST_NAME_VERIFIER(
            "the default host name verifier",
            HttpsURLConnection::getDefaultHostnameVerifier,
            value -> HttpsURLConnection.setDefaultHostnameVerifier((HostnameVerifier) value)),
    SSL_SOCKET_FACTORY(
            "the default SSL socket factory",
            HttpsURLConnection::getDefaultSSLSocketFactory,
            value -> HttpsURLConnection.setDefaultSSLSocketFactory((SSLSocketFactory) value)),
    FILE_NAME_MAP(
            "the file name map",
            URLConnection::getFileNameMap,
            value -> URLConnection.setFileNameMap((FileNameMap) value)),
    LOGIN_CONFIGURATION(
            "the login configuration",
            JvmDefault::loginConfiguration,
            value -> Configuration.setConfiguration((Configuration) value));

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String title;
    private final Supplier<? extends @Nullable Object> reading;
    private final Consumer<@Nullable Object> writing;

    JvmDefault(String title, Supplier<? extends @Nullable Object> reading, Consumer<@Nullable Object> writing) {
        this.title = title;
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable Object current() {
        return reading.get();
    }

    @Override
    public void write(@Nullable Object value) {
        writing.accept(value);
    }

    /** The JDK keeps why it has none, with the stack it found that on: on this one is code of a module. */
    private static @Nullable SSLContext sslContext() {
        AtomicReference<@Nullable SSLContext> found = new AtomicReference<>();
        Thread reading = new Thread(null, () -> found.set(ownSslContext()), "layers SSL context", 0, false);
        reading.setDaemon(true);
        reading.setContextClassLoader(null);
        reading.start();
        Deadline.in(LONGEST).join(reading);
        return found.get();
    }

    /** There is none if the JDK is configured to read keys that are not there, say. */
    private static @Nullable SSLContext ownSslContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            return null;
        }
    }

    private static void setSslContext(@Nullable Object context) {
        try {
            // there is no way back to none: one that nobody initialised serves nobody either
            SSLContext.setDefault(context == null ? SSLContext.getInstance("TLS") : (SSLContext) context);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("There are no SSL contexts", impossible);
        }
    }

    /** None is set if the JDK finds none of its own. */
    private static @Nullable Configuration loginConfiguration() {
        try {
            return Configuration.getConfiguration();
        } catch (SecurityException none) {
            return null;
        }
    }
}
