package dev.layers.internal.residue;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;

/**
 * What the defaults of the JVM were when a generation was defined.
 *
 * <p>Who set an object of the JDK cannot be told: only what is the module's by its class is set back.
 */
public final class EarlierDefaults implements Search {
    private static final String SYSTEM = "java.lang.System";

    private final List<EarlierDefault<?>> all;

    private EarlierDefaults(List<EarlierDefault<?>> all) {
        this.all = all;
    }

    /** Takes note of those that cost nothing to read. */
    public static EarlierDefaults cheap() {
        List<EarlierDefault<?>> all = read();
        all.add(EarlierDefault.unread(timeZone(), () -> null));
        all.add(EarlierDefault.unread(proxySelector(), () -> null));
        all.add(EarlierDefault.unread(hostnameVerifier(), () -> (host, session) -> false));
        return new EarlierDefaults(all);
    }

    /** Takes note of all, for a generation whose changes nobody sees as they are made. */
    public static EarlierDefaults whole() {
        List<EarlierDefault<?>> all = read();
        all.add(EarlierDefault.read(timeZone(), () -> null));
        all.add(EarlierDefault.read(proxySelector(), () -> null));
        all.add(EarlierDefault.read(hostnameVerifier(), () -> (host, session) -> false));
        return new EarlierDefaults(all);
    }

    private static List<EarlierDefault<?>> read() {
        return new ArrayList<>(List.of(
                EarlierDefault.read(handler(), () -> null),
                EarlierDefault.read(
                        new DefaultPlace<>("System.out", SYSTEM, () -> System.out, System::setOut),
                        () -> stream(FileDescriptor.out)),
                EarlierDefault.read(
                        new DefaultPlace<>("System.err", SYSTEM, () -> System.err, System::setErr),
                        () -> stream(FileDescriptor.err)),
                EarlierDefault.read(
                        new DefaultPlace<>("System.in", SYSTEM, () -> System.in, System::setIn),
                        () -> new FileInputStream(FileDescriptor.in)),
                EarlierDefault.read(authenticator(), () -> null),
                EarlierDefault.read(cookieHandler(), () -> null),
                EarlierDefault.read(responseCache(), () -> null)));
    }

    private static DefaultPlace<Thread.UncaughtExceptionHandler> handler() {
        return new DefaultPlace<>(
                "default uncaught exception handler",
                "java.lang.Thread",
                Thread::getDefaultUncaughtExceptionHandler,
                Thread::setDefaultUncaughtExceptionHandler);
    }

    private static DefaultPlace<Authenticator> authenticator() {
        return new DefaultPlace<>(
                "default authenticator",
                "java.net.Authenticator",
                Authenticator::getDefault,
                Authenticator::setDefault);
    }

    private static DefaultPlace<CookieHandler> cookieHandler() {
        return new DefaultPlace<>(
                "default cookie handler",
                "java.net.CookieHandler",
                CookieHandler::getDefault,
                CookieHandler::setDefault);
    }

    private static DefaultPlace<ResponseCache> responseCache() {
        return new DefaultPlace<>(
                "default response cache",
                "java.net.ResponseCache",
                ResponseCache::getDefault,
                ResponseCache::setDefault);
    }

    private static DefaultPlace<TimeZone> timeZone() {
        return new DefaultPlace<>(
                "default time zone", "java.util.TimeZone", TimeZone::getDefault, TimeZone::setDefault);
    }

    private static DefaultPlace<ProxySelector> proxySelector() {
        return new DefaultPlace<>(
                "default proxy selector",
                "java.net.ProxySelector",
                ProxySelector::getDefault,
                ProxySelector::setDefault);
    }

    private static DefaultPlace<HostnameVerifier> hostnameVerifier() {
        return new DefaultPlace<>(
                "default hostname verifier",
                "javax.net.ssl.HttpsURLConnection",
                HttpsURLConnection::getDefaultHostnameVerifier,
                HttpsURLConnection::setDefaultHostnameVerifier);
    }

    @Override
    public void run(Owner owner, Residue residue) {
        all.forEach(one -> one.restore(owner, residue));
    }

    /** To ask for the time zone has it copy itself. */
    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen("java.util.TimeZone") && all.stream().noneMatch(one -> one.isOf(owner));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true);
    }
}
