package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of listeners of a module with objects that live as long as the JVM. */
class ListenerIT {
    private static final String BEAN =
            "((javax.management.NotificationEmitter)" + " java.lang.management.ManagementFactory.getMemoryMXBean())";

    private static final String SERVER = "java.lang.management.ManagementFactory.getPlatformMBeanServer()";

    @TempDir
    Path directory;

    private TestHost host;

    /** Where a module listens, and what is told of that. */
    enum Kind {
        BEAN_LISTENER(
                BEAN + ".addNotificationListener((notification, handback) -> {}, null, null)",
                "notification listener a lambda of 'acme.Chat' was removed"),
        SERVER_LISTENER(
                SERVER + ".addNotificationListener(new javax.management.ObjectName(\"java.lang:type=Memory\"),"
                        + " new Listener(), null, null)",
                "notification listener 'acme.Chat$Listener' on 'java.lang:type=Memory' was removed"),
        BEAN_SERVER(
                "javax.management.MBeanServerFactory.createMBeanServer(\"acme\").registerMBean(new Chat.Bean(),"
                        + " new javax.management.ObjectName(\"acme:type=Chat\"))",
                "MBean server of domain 'acme' was released"),
        LOG_CONFIGURATION(
                "java.util.logging.LogManager.getLogManager().addConfigurationListener(() -> {})",
                "log configuration listener a lambda of 'acme.Chat' was removed"),
        PREFERENCE(
                "java.util.prefs.Preferences.userRoot().addPreferenceChangeListener(change -> {})",
                "preference listener a lambda of 'acme.Chat' on '/' was removed"),
        PERIODIC_EVENT(
                "jdk.jfr.FlightRecorder.addPeriodicEvent(Beat.class, () -> new Beat().commit())",
                "periodic code of flight recorder event 'acme.Chat$Beat' was removed");

        private final String statement;
        private final String undone;

        Kind(String statement, String undone) {
            this.statement = statement;
            this.undone = undone;
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

    @ParameterizedTest
    @EnumSource
    @DisplayName("Control: without Layers, a listener keeps the module")
    void bareLayer_ofListeningModule_isKept(Kind kind) throws Exception {
        Path jar = listening(kind.statement);

        assertThat(DroppedLayer.outlivesItsDrop(host, jar)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 A listener is removed, and the module is collected")
    void listener_isRemoved(Kind kind) {
        Path jar = listening(kind.statement);

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly(kind.undone);
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G33 A listener that the module removed itself is not told")
    void removedListener_isNotTold() {
        Path jar = listening("var listener = new Listener(); " + BEAN
                + ".addNotificationListener(listener, null, null); " + BEAN + ".removeNotificationListener(listener)");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 G33 What the module listens to is not kept, and that it listens to its own is not told")
    void sourcesOfItsOwn_areNeitherKeptNorTold() {
        Path jar = listening("""
                class Own extends javax.management.NotificationBroadcasterSupport {}
                javax.management.NotificationEmitter own = new Own();
                own.addNotificationListener(new Listener(), null, null);
                kept = own;
                javax.management.NotificationEmitter emitter = new javax.management.NotificationBroadcasterSupport();
                emitter.addNotificationListener(new Listener(), null, emitter);
                var trace = new java.lang.ref.WeakReference<>(emitter);
                emitter = null;
                for (int i = 0; i < 100 && !trace.refersTo(null); i++) {
                    System.gc();
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
                if (!trace.refersTo(null)) {
                    throw new IllegalStateException("the emitter is kept");
                }""");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G32 What nothing takes back is told")
    void setOnceForAll_isTold() {
        Path jar = listening("java.time.zone.ZoneRulesProvider.registerProvider(new Rules())");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.findings())
                    .containsExactly(
                            "a provider of zone rules was registered by ZoneRulesProvider.registerProvider and stays");
        }
    }

    @Test
    @DisplayName("Control: without Layers, a signal handler keeps the module")
    void bareLayer_ofSignalHandler_isKept() throws Exception {
        Path jar = listening("sun.misc.Signal.handle(new sun.misc.Signal(\"CONT\"), signal -> {})");

        assertThat(DroppedLayer.outlivesItsDrop(host, jar)).isTrue();
    }

    @Test
    @DisplayName("G32 A signal handler is set back, and the module is collected")
    void signalHandler_isSetBack() {
        Path jar = listening("sun.misc.Signal.handle(new sun.misc.Signal(\"WINCH\"), signal -> {})");

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).containsExactly("the handler of SIGWINCH was set back");
            assertThat(report).isClean();
        }
    }

    private Path listening(String statement) {
        return ModuleSource.module("module chat { requires bot.api; requires java.management; requires java.logging;"
                        + " requires java.prefs; requires jdk.jfr; requires jdk.unsupported; exports acme; opens acme;"
                        + " provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { static Object kept;"
                        + " public String apply(String text) { try { " + statement
                        + "; return text; } catch (Exception impossible) {"
                        + " throw new IllegalStateException(impossible); } }"
                        + " static final class Listener implements javax.management.NotificationListener {"
                        + " public void handleNotification(javax.management.Notification n, Object handback) {} }"
                        + " public static final class Beat extends jdk.jfr.Event {}"
                        + " public interface BeanMXBean {}"
                        + " public static final class Bean implements BeanMXBean {}"
                        + " static final class Rules extends java.time.zone.ZoneRulesProvider {"
                        + " protected java.util.Set<String> provideZoneIds() { return java.util.Set.of(\"Acme/\" + System.nanoTime()); }"
                        + " protected java.time.zone.ZoneRules provideRules(String id, boolean caching) { return null; }"
                        + " protected java.util.NavigableMap<String, java.time.zone.ZoneRules> provideVersions(String id) { return null; } }"
                        + " }")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));
    }
}
