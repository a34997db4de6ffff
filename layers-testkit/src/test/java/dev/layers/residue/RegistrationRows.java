package dev.layers.residue;

import java.util.List;
import java.util.stream.Stream;

/** What is registered with the JVM. */
final class RegistrationRows {
    private static final String BEAN = "public interface FooMBean {} public static class Foo implements FooMBean {}";

    private static final String DRIVER = """
            static class Driver implements java.sql.Driver {
                @Override public Connection connect(String url, Properties properties) { return null; }
                @Override public boolean acceptsURL(String url) { return false; }
                @Override public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) { return new DriverPropertyInfo[0]; }
                @Override public int getMajorVersion() { return 1; }
                @Override public int getMinorVersion() { return 0; }
                @Override public boolean jdbcCompliant() { return false; }
                @Override public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;

    private RegistrationRows() {}

    static List<Row> all() {
        return Stream.of(ends(), drivers(), beans(), listeners(), providers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> ends() {
        return List.of(
                Row.call("hook.shutdown", """
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "acme-hook"));
                        """).retained().undone("shutdown hook 'acme-hook' was run and removed"),
                Row.call("hook.subclass", """
                        Runtime.getRuntime().addShutdownHook(new Farewell());
                        """)
                        .members("static class Farewell extends Thread { Farewell() { super(\"acme-farewell\"); } }")
                        .retained()
                        .undone("shutdown hook 'acme-farewell' (acme.Chat$Farewell) was run and removed"),
                Row.call("hook.removed", """
                        Thread hook = new Thread(() -> {});
                        Runtime.getRuntime().addShutdownHook(hook);
                        Runtime.getRuntime().removeShutdownHook(hook);
                        """),
                Row.call("cleaner.own", "Cleaner.create().register(host.getClass(), () -> {});")
                        .imports("java.lang.ref.*")
                        .retained()
                        .undone("1 cleaner action was run"),
                Row.call(
                                "cleaner.shared",
                                "CLEANER.register(Shelf.KEPT, Chat::clean); CLEANER.register(Shelf.NEWS, Chat::clean);")
                        .imports("java.lang.ref.*")
                        .members("static final Cleaner CLEANER = Cleaner.create(); static void clean() {}")
                        .retained()
                        .undone("2 cleaner actions were run"),
                Row.call("cleaner.cleaned", "Cleaner.create().register(Shelf.KEPT, () -> {}).clean();")
                        .imports("java.lang.ref.*"));
    }

    private static List<Row> drivers() {
        return List.of(
                Row.call("driver.left", "DriverManager.registerDriver(new Driver());")
                        .requires("java.sql")
                        .imports("java.sql.*")
                        .members(DRIVER)
                        .retained()
                        .undone("JDBC driver 'acme.Chat$Driver' was deregistered"),
                Row.call("driver.removed", """
                        java.sql.Driver driver = new Driver();
                        DriverManager.registerDriver(driver);
                        DriverManager.deregisterDriver(driver);
                        """)
                        .requires("java.sql")
                        .imports("java.sql.*")
                        .members(DRIVER));
    }

    private static List<Row> beans() {
        return List.of(
                bean("bean.left", """
                        ManagementFactory.getPlatformMBeanServer().registerMBean(new Foo(), new ObjectName("acme:type=Foo"));
                        """).retained("bean acme:type=Foo").undone("MBean 'acme:type=Foo' was unregistered"),
                bean("bean.standard", """
                        ManagementFactory.getPlatformMBeanServer().registerMBean(
                                new StandardMBean(new Foo(), FooMBean.class), new ObjectName("acme:type=Standard"));
                        """)
                        .retained("bean acme:type=Standard")
                        .undone("MBean 'acme:type=Standard' was unregistered"),
                bean("bean.server", """
                        MBeanServerFactory.createMBeanServer("acme").registerMBean(new Foo(), new ObjectName("acme:type=Own"));
                        """).retained().undone("MBean server of domain 'acme' was released"),
                bean("bean.removed", """
                        ObjectName name = new ObjectName("acme:type=Removed");
                        ManagementFactory.getPlatformMBeanServer().registerMBean(new Foo(), name);
                        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
                        """));
    }

    private static Row bean(String name, String body) {
        return Row.call(name, body)
                .requires("java.management")
                .imports("javax.management.* java.lang.management.*")
                .members(BEAN);
    }

    private static List<Row> listeners() {
        return List.of(
                Row.call("listener.memory", """
                        NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
                        memory.addNotificationListener((notification, given) -> {}, null, null);
                        """)
                        .requires("java.management")
                        .imports("javax.management.* java.lang.management.*")
                        .retained()
                        .undone("notification listener a lambda of 'acme.Chat' was removed"),
                Row.call("listener.memory.removed", """
                        NotificationEmitter memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
                        NotificationListener listener = (notification, given) -> {};
                        memory.addNotificationListener(listener, null, null);
                        memory.removeNotificationListener(listener);
                        """)
                        .requires("java.management")
                        .imports("javax.management.* java.lang.management.*"),
                Row.call(
                                "listener.logging",
                                "java.util.logging.LogManager.getLogManager().addConfigurationListener(() -> {});")
                        .requires("java.logging")
                        .retained()
                        .undone("log configuration listener a lambda of 'acme.Chat' was removed"),
                Row.call("listener.preferences", "Preferences.userRoot().addPreferenceChangeListener(event -> {});")
                        .requires("java.prefs")
                        .imports("java.util.prefs.*")
                        .retained()
                        .undone("preference listener a lambda of 'acme.Chat' on '/' was removed"),
                Row.call("listener.flight", "FlightRecorder.addPeriodicEvent(Beat.class, () -> {});")
                        .requires("jdk.jfr")
                        .imports("jdk.jfr.*")
                        .members("static class Beat extends Event {}")
                        .retained()
                        .undone("periodic code of flight recorder event 'acme.Chat$Beat' was removed"),
                Row.call("listener.event", "new Beat().commit();")
                        .requires("jdk.jfr")
                        .imports("jdk.jfr.*")
                        .members("static class Beat extends Event {}"),
                Row.call("listener.signal", "sun.misc.Signal.handle(new sun.misc.Signal(\"USR2\"), signal -> {});")
                        .requires("jdk.unsupported")
                        .retained()
                        .undone("the handler of SIGUSR2 was set back"));
    }

    private static List<Row> providers() {
        return List.of(
                Row.call("provider.left", "Security.addProvider(new Own());")
                        .imports("java.security.*")
                        .members("static class Own extends Provider { Own() { super(\"Acme\", \"1\", \"acme\"); } }")
                        .retained("security provider Acme")
                        .undone("security provider 'Acme' (acme.Chat$Own) was removed"),
                Row.call("provider.removed", """
                        Security.addProvider(new Own());
                        MessageDigest.getInstance("SHA-256").digest(new byte[1]);
                        Security.removeProvider("Gone");
                        """)
                        .imports("java.security.*")
                        .members("static class Own extends Provider { Own() { super(\"Gone\", \"1\", \"acme\"); } }"),
                Row.call("provider.images", "IIORegistry.getDefaultInstance().registerServiceProvider(new Spi());")
                        .requires("java.desktop")
                        .imports("javax.imageio.spi.* javax.imageio.stream.*")
                        .members("""
                                static class Spi extends ImageInputStreamSpi {
                                    Spi() { super("acme", "1", String.class); }
                                    @Override public ImageInputStream createInputStreamInstance(Object input, boolean cache, File directory) { return null; }
                                    @Override public String getDescription(Locale locale) { return "acme"; }
                                }
                                """)
                        .retained()
                        .undone("image provider 'acme.Chat$Spi' was deregistered"));
    }
}
