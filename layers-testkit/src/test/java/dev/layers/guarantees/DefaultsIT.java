package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of defaults of the JVM that a module has set to something of its own. */
class DefaultsIT {
    private static final String HANDLER = "Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {})";

    @TempDir
    Path directory;

    private TestHost host;
    private Thread.@Nullable UncaughtExceptionHandler handler;

    /** A default, how a module sets it, and what it is called. */
    enum Place {
        OUT("System.setOut(new java.io.PrintStream(new Sink()))", "System.out", () -> System.out),
        ERR("System.setErr(new java.io.PrintStream(new Sink()))", "System.err", () -> System.err),
        IN(
                "System.setIn(new java.io.InputStream() { @Override public int read() { return -1; } })",
                "System.in",
                () -> System.in),
        PROPERTIES(
                "var properties = new java.util.Properties(); properties.putAll(System.getProperties());"
                        + " properties.put(\"acme\", new Sink()); System.setProperties(properties)",
                "the set of system properties",
                System::getProperties),
        UNCAUGHT(HANDLER, "the default uncaught exception handler", Thread::getDefaultUncaughtExceptionHandler),
        PROXY_SELECTOR("""
                java.net.ProxySelector.setDefault(new java.net.ProxySelector() {
                    @Override public java.util.List<java.net.Proxy> select(java.net.URI uri) { return java.util.List.of(); }
                    @Override public void connectFailed(java.net.URI uri, java.net.SocketAddress to, java.io.IOException why) {}
                })""", "the default proxy selector", ProxySelector::getDefault),
        AUTHENTICATOR(
                "java.net.Authenticator.setDefault(new java.net.Authenticator() {})",
                "the default authenticator",
                Authenticator::getDefault),
        COOKIE_HANDLER(
                "java.net.CookieHandler.setDefault(new java.net.CookieManager(null, (uri, cookie) -> true))",
                "the default cookie handler",
                CookieHandler::getDefault),
        RESPONSE_CACHE("""
                java.net.ResponseCache.setDefault(new java.net.ResponseCache() {
                    @Override public java.net.CacheResponse get(java.net.URI uri, String method,
                        java.util.Map<String, java.util.List<String>> headers) { return null; }
                    @Override public java.net.CacheRequest put(java.net.URI uri, java.net.URLConnection connection) { return null; }
                })""", "the default response cache", ResponseCache::getDefault),
        SSL_CONTEXT("""
                var context = javax.net.ssl.SSLContext.getInstance("TLS");
                context.init(null, new javax.net.ssl.TrustManager[] {new javax.net.ssl.X509TrustManager() {
                    @Override public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}
                    @Override public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}
                    @Override public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
                }}, null);
                javax.net.ssl.SSLContext.setDefault(context)""", "the default SSL context", () -> {
            try {
                return SSLContext.getDefault();
            } catch (java.security.NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible);
            }
        }),
        HOST_NAME_VERIFIER(
                "javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier((name, session) -> true)",
                "the default host name verifier",
                HttpsURLConnection::getDefaultHostnameVerifier),
        FILE_NAME_MAP(
                "java.net.URLConnection.setFileNameMap(name -> name)",
                "the file name map",
                URLConnection::getFileNameMap),
        LOGIN_CONFIGURATION("""
                javax.security.auth.login.Configuration.setConfiguration(new javax.security.auth.login.Configuration() {
                    @Override public javax.security.auth.login.AppConfigurationEntry[] getAppConfigurationEntry(String name) { return null; }
                })""", "the login configuration", () -> {
            try {
                return javax.security.auth.login.Configuration.getConfiguration();
            } catch (SecurityException none) {
                return null;
            }
        });

        private final String statement;
        private final String title;
        private final Supplier<@Nullable Object> current;

        Place(String statement, String title, Supplier<@Nullable Object> current) {
            this.statement = statement;
            this.title = title;
            this.current = current;
        }
    }

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        handler = Thread.getDefaultUncaughtExceptionHandler();
    }

    @AfterEach
    void close() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(handler);
        host.close();
    }

    @Test
    @DisplayName("Control: without Layers, the default uncaught exception handler keeps the module")
    void bareLayer_ofModuleThatSetsADefault_isKept() throws Exception {
        Path jar = setting("chat", HANDLER);

        boolean isKept = DroppedLayer.outlivesItsDrop(host, jar);

        assertThat(isKept).isTrue();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotSameAs(handler);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 A default is set back to what it was, and the module is collected")
    void default_isSetBack(Place place) {
        Path jar = setting("chat", place.statement);
        Object before = place.current.get();

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            boolean isChanged = place.current.get() != before;
            UnloadReport report = module.unload();

            assertThat(isChanged).as("the module has changed it").isTrue();
            assertThat(place.current.get()).isSameAs(before);
            assertThat(report.undone()).containsExactly(place.title + " was set back");
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 Of two modules the lower one goes first: what was there before both comes back at the end")
    void twoModules_lowerGoesFirst() {
        Path lower = setting("chat", HANDLER);
        Path upper = setting("other", HANDLER);

        try (LayerManager manager = host.manager().build()) {
            LoadedModule first = called(manager, lower);
            LoadedModule second = called(manager, upper);
            Object ofSecond = Thread.getDefaultUncaughtExceptionHandler();
            UnloadReport ofFirst = first.unload();
            boolean isKept = Thread.getDefaultUncaughtExceptionHandler() == ofSecond;
            UnloadReport last = second.unload();

            assertThat(isKept).as("the upper one stays").isTrue();
            assertThat(ofFirst.undone()).isEmpty();
            assertThat(last.undone()).containsExactly("the default uncaught exception handler was set back");
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
        }
    }

    @Test
    @DisplayName("G32 Of two modules the upper one goes first: what the lower one set comes back")
    void twoModules_upperGoesFirst() {
        Path lower = setting("chat", HANDLER);
        Path upper = setting("other", HANDLER);

        try (LayerManager manager = host.manager().build()) {
            LoadedModule first = called(manager, lower);
            Object ofFirst = Thread.getDefaultUncaughtExceptionHandler();
            LoadedModule second = called(manager, upper);
            UnloadReport upperReport = second.unload();
            boolean isBack = Thread.getDefaultUncaughtExceptionHandler() == ofFirst;
            ofFirst = null;
            UnloadReport lowerReport = first.unload();

            assertThat(isBack).as("the lower one is back").isTrue();
            assertThat(upperReport).isClean();
            assertThat(lowerReport).isClean();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
        }
    }

    @Test
    @DisplayName("G32 A reload hands a default on, and no generation comes back")
    void reload_bringsNoGenerationBack() {
        Path jar = setting("chat", HANDLER);

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = called(manager, jar);
            UnloadReport old = module.reload();
            host.command(module).apply("ping");
            UnloadReport last = module.unload();

            assertThat(old).isClean();
            assertThat(last).isClean();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
        }
    }

    @Test
    @DisplayName("G32 A stream of the JDK that a module has set goes with it, though others were loaded meanwhile")
    void streamOfTheJdk_isNotKeptByOthers() {
        Path jar = setting("chat", "if (text.equals(\"ping\")) { " + Place.ERR.statement + "; }");
        Path other = setting("other", "");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule setter = called(manager, jar);
            manager.load(other);
            UnloadReport reloaded = setter.reload();
            UnloadReport last = setter.unload();

            assertThat(reloaded).isClean();
            assertThat(last).isClean();
        }
    }

    @Test
    @DisplayName("G32 Defaults are those of the JVM: modules of two managers leave nothing of each other")
    void twoManagers_leaveNothingOfEachOther() {
        Path lower = setting("chat", HANDLER);
        Path upper = setting("other", HANDLER);

        try (LayerManager manager = host.manager().build();
                LayerManager another = host.manager().build()) {
            LoadedModule first = called(manager, lower);
            LoadedModule second = called(another, upper);
            UnloadReport ofFirst = first.unload();
            UnloadReport ofSecond = second.unload();

            assertThat(ofFirst).isClean();
            assertThat(ofSecond).isClean();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(handler);
        }
    }

    @Test
    @DisplayName("G32 A module may set an SSL context where the JDK fails to make one of its own")
    void sslContext_withoutOneBelow_isSet() throws Exception {
        Path jar = operator("""
                var context = javax.net.ssl.SSLContext.getInstance("TLS");
                context.init(null, null, null);
                javax.net.ssl.SSLContext.setDefault(context)""");

        List<String> lines = new ForkedJvm(directory, directory)
                .run(
                        DesktopHost.class,
                        List.of("-Djavax.net.ssl.keyStore=none", "-Djavax.net.ssl.keyStoreType=none"),
                        "layers",
                        jar);

        assertThat(lines).contains("collected: true");
    }

    @Test
    @DisplayName("G32 A default that the host has set since stays the host's")
    void hostHasSetAnother_isLeft() {
        Path jar = setting("chat", HANDLER);
        Thread.UncaughtExceptionHandler ofHost = (thread, thrown) -> {};

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = called(manager, jar);
            Thread.setDefaultUncaughtExceptionHandler(ofHost);
            UnloadReport report = module.unload();

            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(ofHost);
            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 The default time zone and locale are told and stay")
    void timeZoneAndLocale_areTold() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        Path jar = setting(
                "chat",
                "java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Asia/Tokyo\"));"
                        + " java.util.Locale.setDefault(java.util.Locale.JAPAN)");

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = called(manager, jar).unload();

            assertThat(report.findings())
                    .containsExactly(
                            "the default locale was changed to 'ja_JP' by 'acme.Chat' and stays",
                            "the default time zone was changed to 'Asia/Tokyo' by 'acme.Chat' and stays");
            assertThat(report).isCollected();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    @DisplayName("G33 A default time zone that is back by the time of the unload is not told")
    void timeZoneThatIsBack_isNotTold() {
        Path jar = setting("chat", """
                var zone = java.util.TimeZone.getDefault();
                java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
                java.util.TimeZone.setDefault(zone)""");

        try (LayerManager manager = host.manager().build()) {
            assertThat(called(manager, jar).unload()).isClean();
        }
    }

    private LoadedModule called(LayerManager manager, Path jar) {
        LoadedModule module = manager.load(jar);
        host.command(module).apply("ping");
        return module;
    }

    private Path operator(String statement) {
        return ModuleSource.module("module chat { provides java.util.function.UnaryOperator with acme.Chat; }")
                .type("package acme; public class Chat implements java.util.function.UnaryOperator<String> {"
                        + " public String apply(String text) { try { " + statement
                        + "; return text; } catch (Exception impossible) {"
                        + " throw new IllegalStateException(impossible); } } }")
                .toJar(directory.resolve("operator.jar"));
    }

    private Path setting(String name, String statement) {
        return ModuleSource.module("module " + name + " { requires bot.api; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " static final class Sink extends java.io.OutputStream {"
                        + " @Override public void write(int b) {} }"
                        + " public String apply(String text) { try { " + statement
                        + "; return text; } catch (Exception impossible) {"
                        + " throw new IllegalStateException(impossible); } } }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve(name + ".jar"));
    }
}
