package dev.layers.testkit.leaks;

/** What is registered with the JVM. */
final class RegistrationLeaks {
    private RegistrationLeaks() {}

    static Leaking shutdownHook() {
        return Leaking.of("a shutdown hook", "the list of hooks", "remove the hook")
                .does("Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, \"leaky-hook\"));");
    }

    static Leaking cleaner() {
        return Leaking.of(
                        "an action for an object that lives on", "the thread of the cleaner", "clean the registration")
                .does("Cleaner.create().register(String.class, () -> {});")
                .imports("java.lang.ref.Cleaner");
    }

    static Leaking jdbcDriver() {
        return Leaking.of(
                        "a JDBC driver",
                        "the list of java.sql.DriverManager",
                        "deregister the driver, from code of its loader")
                .does("DriverManager.registerDriver(new Own());")
                .requires("java.sql")
                .imports("java.sql.*")
                .members("""
                        static class Own implements Driver {
                            @Override public Connection connect(String url, Properties properties) { return null; }
                            @Override public boolean acceptsURL(String url) { return false; }
                            @Override public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) { return new DriverPropertyInfo[0]; }
                            @Override public int getMajorVersion() { return 1; }
                            @Override public int getMinorVersion() { return 0; }
                            @Override public boolean jdbcCompliant() { return false; }
                            @Override public java.util.logging.Logger getParentLogger() { return null; }
                        }
                        """);
    }

    static Leaking managedBean() {
        return Leaking.of("an MBean", "the platform's MBean server", "unregister the bean")
                .does(
                        "ManagementFactory.getPlatformMBeanServer().registerMBean(new Own(), new ObjectName(\"leaky:type=Own\"));")
                .requires("java.management")
                .imports("javax.management.* java.lang.management.*")
                .members("public interface OwnMBean {} public static class Own implements OwnMBean {}");
    }

    static Leaking notificationListener() {
        return Leaking.of("a listener of the memory bean", "the bean", "remove the listener")
                .does("""
                        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                                .addNotificationListener((notification, given) -> {}, null, null);
                        """)
                .requires("java.management")
                .imports("javax.management.* java.lang.management.*");
    }

    static Leaking logHandler() {
        return Leaking.of("a handler of the root logger", "the logger", "remove the handler")
                .does("Logger.getLogger(\"\").addHandler(new Own());")
                .requires("java.logging")
                .imports("java.util.logging.Handler java.util.logging.LogRecord java.util.logging.Logger")
                .members("""
                        static class Own extends Handler {
                            @Override public void publish(LogRecord entry) {}
                            @Override public void flush() {}
                            @Override public void close() {}
                        }
                        """);
    }

    static Leaking staticListener() {
        return Leaking.of(
                        "a listener of the logging configuration",
                        "java.util.logging.LogManager",
                        "remove the listener")
                .does("java.util.logging.LogManager.getLogManager().addConfigurationListener(() -> {});")
                .requires("java.logging");
    }

    static Leaking preferenceListener() {
        return Leaking.of("a listener of the user's preferences", "the node of the preferences", "remove the listener")
                .does("Preferences.userRoot().addPreferenceChangeListener(event -> {});")
                .requires("java.prefs")
                .imports("java.util.prefs.*");
    }

    static Leaking flightEvent() {
        return Leaking.of(
                        "a callback that the flight recorder runs for a periodic event",
                        "the recorder's list",
                        "remove the callback")
                .does("FlightRecorder.addPeriodicEvent(Beat.class, CALLBACK);")
                .requires("jdk.jfr")
                .imports("jdk.jfr.*")
                .members("static class Beat extends Event {} static final Runnable CALLBACK = () -> {};");
    }

    static Leaking securityProvider() {
        return Leaking.of("a security provider", "the list of java.security.Security", "remove the provider")
                .does("Security.addProvider(new Own());")
                .imports("java.security.*")
                .members("static class Own extends Provider { Own() { super(\"Leaky\", \"1\", \"leaky\"); } }");
    }

    static Leaking imageProvider() {
        return Leaking.of("an image provider", "javax.imageio.spi.IIORegistry", "deregister the provider")
                .does("IIORegistry.getDefaultInstance().registerServiceProvider(new Spi());")
                .requires("java.desktop")
                .imports("javax.imageio.spi.* javax.imageio.stream.*")
                .members("""
                        static class Spi extends ImageInputStreamSpi {
                            Spi() { super("leaky", "1", String.class); }
                            @Override public ImageInputStream createInputStreamInstance(Object input, boolean cache, File directory) { return null; }
                            @Override public String getDescription(Locale locale) { return "leaky"; }
                        }
                        """);
    }
}
