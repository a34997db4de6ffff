package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageInputStreamSpi;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules leave in places that the public API shows is undone, and told. */
class RemnantIT {
    private static final String MANAGEMENT = "requires java.management;";
    private static final String PLATFORM = "java.lang.management.ManagementFactory.getPlatformMBeanServer()";
    private static final String BEAN = "public interface RoomMBean { int size(); }"
            + " public static class Room implements RoomMBean { public int size() { return 1; } }";

    private static final HostnameVerifier VERIFIER = HttpsURLConnection.getDefaultHostnameVerifier();
    private static final ProxySelector PROXIES = ProxySelector.getDefault();
    private static final PrintStream OUT = System.out;
    private static final Properties PROPERTIES = System.getProperties();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    Path directory;

    private TestHost host;

    /** The module of the tests requires neither, and takes back here what the JDK's own layer has left. */
    @BeforeAll
    static void readJdk() {
        for (String name : List.of("java.management", "java.desktop")) {
            RemnantIT.class
                    .getModule()
                    .addReads(ModuleLayer.boot().findModule(name).orElseThrow());
        }
    }

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    static Stream<Arguments> remnants() {
        return Stream.of(beans(), defaults(), others()).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("remnants")
    @DisplayName("G32 What a module left is undone and told, and the module is collected")
    void remnant_isUndone(String name, Remnant remnant) throws Exception {
        Path jar = remnant.toJar(host, directory);
        remnant.assertHolds(host, jar);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.AS_WRITTEN);
        remnant.removal().run();

        assertThat(report.undone()).isEqualTo(remnant.undone());
        assertThat(report).isClean();
    }

    @ParameterizedTest
    @MethodSource("remnants")
    @DisplayName("G32 What a woven module left is undone once, and told once")
    void remnant_ofWovenModule_isUndoneOnce(String name, Remnant remnant) throws Exception {
        Path jar = remnant.toJar(host, directory);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.WOVEN);
        remnant.removal().run();

        assertThat(report.undone()).hasSize(1);
        assertThat(report).isClean();
    }

    private static Stream<Arguments> beans() {
        return Stream.of(
                new Remnant(
                                MANAGEMENT,
                                PLATFORM
                                        + ".registerMBean(new Room(), new javax.management.ObjectName(\"acme:type=Room\"));",
                                BEAN,
                                List.of("MBean 'acme:type=Room' was unregistered"),
                                () -> unregister("acme:type=Room"))
                        .named("MBean"),
                new Remnant(
                                MANAGEMENT,
                                PLATFORM
                                        + ".registerMBean(new javax.management.StandardMBean(new Room(), RoomMBean.class),"
                                        + " new javax.management.ObjectName(\"acme:type=Standard\"));",
                                BEAN,
                                List.of("MBean 'acme:type=Standard' was unregistered"),
                                () -> unregister("acme:type=Standard"))
                        .named("MBean behind one of the JDK"),
                new Remnant(
                                MANAGEMENT,
                                "javax.management.MBeanServerFactory.createMBeanServer(\"acme\").registerMBean(new Room(),"
                                        + " new javax.management.ObjectName(\"acme:type=Room\"));",
                                BEAN,
                                List.of("MBean 'acme:type=Room' was unregistered"),
                                RemnantIT::releaseServers)
                        .named("MBean of a second server"));
    }

    private static Stream<Arguments> defaults() {
        return Stream.of(
                new Remnant(
                                "",
                                "Thread.setDefaultUncaughtExceptionHandler(new Mine());",
                                "public static class Mine implements Thread.UncaughtExceptionHandler { public void uncaughtException(Thread thread, Throwable failure) {} }",
                                List.of("default uncaught exception handler (acme.Chat$Mine) was reset"),
                                () -> Thread.setDefaultUncaughtExceptionHandler(null))
                        .named("default uncaught exception handler"),
                new Remnant(
                                "",
                                "System.setOut(new Mine());",
                                "public static class Mine extends java.io.PrintStream { public Mine() { super(new java.io.ByteArrayOutputStream()); } }",
                                List.of("System.out (acme.Chat$Mine) was reset"),
                                () -> System.setOut(OUT))
                        .named("System.out"),
                new Remnant(
                                "",
                                "java.util.TimeZone.setDefault(new Mine());",
                                "public static class Mine extends java.util.SimpleTimeZone { public Mine() { super(0, \"acme\"); } }",
                                List.of("default time zone (acme.Chat$Mine) was reset"),
                                () -> TimeZone.setDefault(ZONE))
                        .named("time zone"),
                new Remnant(
                                "",
                                "java.net.ProxySelector.setDefault(new Mine());",
                                "public static class Mine extends java.net.ProxySelector { public java.util.List<java.net.Proxy> select(java.net.URI uri) { return java.util.List.of(); } public void connectFailed(java.net.URI uri, java.net.SocketAddress address, java.io.IOException failure) {} }",
                                List.of("default proxy selector (acme.Chat$Mine) was reset"),
                                () -> ProxySelector.setDefault(PROXIES))
                        .named("proxy selector"),
                new Remnant(
                                "",
                                "java.net.Authenticator.setDefault(new Mine());",
                                "public static class Mine extends java.net.Authenticator {}",
                                List.of("default authenticator (acme.Chat$Mine) was reset"),
                                () -> Authenticator.setDefault(null))
                        .named("authenticator"),
                new Remnant(
                                "",
                                "java.net.CookieHandler.setDefault(new Mine());",
                                "public static class Mine extends java.net.CookieManager {}",
                                List.of("default cookie handler (acme.Chat$Mine) was reset"),
                                () -> CookieHandler.setDefault(null))
                        .named("cookie handler"),
                new Remnant(
                                "",
                                "java.net.ResponseCache.setDefault(new Mine());",
                                "public static class Mine extends java.net.ResponseCache { public java.net.CacheResponse get(java.net.URI uri, String method, java.util.Map<String, java.util.List<String>> headers) { return null; } public java.net.CacheRequest put(java.net.URI uri, java.net.URLConnection connection) { return null; } }",
                                List.of("default response cache (acme.Chat$Mine) was reset"),
                                () -> ResponseCache.setDefault(null))
                        .named("response cache"),
                new Remnant(
                                "",
                                "javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier(new Mine());",
                                "public static class Mine implements javax.net.ssl.HostnameVerifier { public boolean verify(String name, javax.net.ssl.SSLSession session) { return true; } }",
                                List.of("default hostname verifier (acme.Chat$Mine) was reset"),
                                () -> HttpsURLConnection.setDefaultHostnameVerifier(VERIFIER))
                        .named("hostname verifier"),
                new Remnant(
                                "",
                                "java.net.URLConnection.setFileNameMap(new Mine());",
                                "public static class Mine implements java.net.FileNameMap { public String getContentTypeFor(String file) { return null; } }",
                                List.of("default file name map (acme.Chat$Mine) was reset"),
                                () -> URLConnection.setFileNameMap(null))
                        .named("file name map"),
                new Remnant(
                                "",
                                "javax.security.auth.login.Configuration.setConfiguration(new Mine());",
                                "public static class Mine extends javax.security.auth.login.Configuration { public javax.security.auth.login.AppConfigurationEntry[] getAppConfigurationEntry(String name) { return null; } }",
                                List.of("login configuration (acme.Chat$Mine) was reset"),
                                () -> Configuration.setConfiguration(null))
                        .named("login configuration"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                new Remnant(
                                "",
                                "java.security.Security.addProvider(new Safe());",
                                "public static class Safe extends java.security.Provider { public Safe() { super(\"ACME\", \"1\", \"none\"); } }",
                                List.of("security provider 'ACME' (acme.Chat$Safe) was removed"),
                                () -> Security.removeProvider("ACME"))
                        .named("security provider"),
                new Remnant(
                                "",
                                "System.getProperties().put(\"acme.held\", this);",
                                "",
                                List.of("system property 'acme.held' held an acme.Chat and was removed"),
                                () -> System.getProperties().remove("acme.held"))
                        .named("system property"),
                new Remnant(
                                "",
                                "System.getProperties().put(\"acme.held\", java.util.Map.of(1, java.util.Optional.of(new Object[] {Chat.class})));",
                                "",
                                List.of("system property 'acme.held' held an acme.Chat and was removed"),
                                () -> System.getProperties().remove("acme.held"))
                        .named("system property in containers"),
                new Remnant(
                                "",
                                "System.getProperties().put(Chat.class, \"held\");",
                                "",
                                List.of(
                                        "system property with a key of java.lang.Class held an acme.Chat and was removed"),
                                () -> System.getProperties().keySet().removeIf(key -> !(key instanceof String)))
                        .named("key of a system property"),
                new Remnant(
                                "",
                                "java.util.Properties mine = new Mine(); mine.putAll(System.getProperties()); System.setProperties(mine);",
                                "public static class Mine extends java.util.Properties {}",
                                List.of("system properties of acme.Chat$Mine were replaced by a copy"),
                                () -> System.setProperties(PROPERTIES))
                        .named("class of the system properties"),
                new Remnant(
                                "requires java.desktop;",
                                "javax.imageio.spi.IIORegistry.getDefaultInstance().registerServiceProvider(new Mine());",
                                "public static class Mine extends javax.imageio.spi.ImageInputStreamSpi { public Mine() { super(\"acme\", \"1\", String.class); } public javax.imageio.stream.ImageInputStream createInputStreamInstance(Object input, boolean cached, java.io.File directory) { return null; } public String getDescription(java.util.Locale locale) { return \"acme\"; } }",
                                List.of("image provider 'acme.Chat$Mine' was deregistered"),
                                () -> RemnantIT.deregister())
                        .named("image provider"));
    }

    private static void unregister(String name) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName(name);
        if (server.isRegistered(bean)) {
            server.unregisterMBean(bean);
        }
    }

    private static void releaseServers() {
        MBeanServerFactory.findMBeanServer(null).stream()
                .filter(server -> server.getDefaultDomain().equals("acme"))
                .forEach(MBeanServerFactory::releaseMBeanServer);
    }

    private static void deregister() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<Object> own = new ArrayList<>();
        registry.getServiceProviders(
                        ImageInputStreamSpi.class,
                        provider -> provider.getClass().getName().startsWith("acme."),
                        false)
                .forEachRemaining(own::add);
        own.forEach(registry::deregisterServiceProvider);
    }
}
