package dev.layers.holders;

import java.util.List;
import java.util.stream.Stream;

/** The JDK keeps what the module registered with it. */
final class RegistrationCases {
    private static final String RESTORE = "restore the former one when the module is unloaded";

    private RegistrationCases() {}

    static List<Case> all() {
        return Stream.of(services(), logging(), defaults(), hidden())
                .flatMap(List::stream)
                .toList();
    }

    private static Case jdk(String name, String body, String field, String cause, String advice) {
        return Case.collected(name, body).by("static field " + field, cause, advice);
    }

    private static List<Case> services() {
        return List.of(
                jdk(
                        "jdk.hook",
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, \"acme-hook\"));",
                        "java.lang.ApplicationShutdownHooks.hooks",
                        "shutdown hook thread 'acme-hook' is registered",
                        "call Runtime.removeShutdownHook when the module is unloaded"),
                jdk(
                                "jdk.driver",
                                "java.sql.DriverManager.registerDriver(new Own());",
                                "java.sql.DriverManager.registeredDrivers",
                                "JDBC driver acme.Chat$Own is registered",
                                "call DriverManager.deregisterDriver in the module before it is unloaded")
                        .members("""
                                static class Own implements java.sql.Driver {
                                    public java.sql.Connection connect(String url, Properties info) { return null; }
                                    public boolean acceptsURL(String url) { return false; }
                                    public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return null; }
                                    public int getMajorVersion() { return 1; }
                                    public int getMinorVersion() { return 0; }
                                    public boolean jdbcCompliant() { return false; }
                                    public java.util.logging.Logger getParentLogger() { return null; }
                                }
                                """),
                Case.collected("jdk.bean", """
                        java.lang.management.ManagementFactory.getPlatformMBeanServer()
                                .registerMBean(new Own(), new javax.management.ObjectName("acme:type=Own"));
                        """)
                        .members("public interface OwnMBean { int getSize(); } "
                                + "public static class Own implements OwnMBean { public int getSize() { return 1; } }")
                        .by(
                                "*",
                                "MBean acme.Chat$Own is registered",
                                "call MBeanServer.unregisterMBean when the module is unloaded"),
                Case.collected("jdk.notified", """
                        ((javax.management.NotificationEmitter) java.lang.management.ManagementFactory.getMemoryMXBean())
                                .addNotificationListener((news, back) -> {}, null, null);
                        """)
                        .by(
                                "*",
                                "notification listener a lambda of acme.Chat is registered with a platform MXBean",
                                "call removeNotificationListener when the module is unloaded"),
                Case.collected("jdk.provider", "java.security.Security.addProvider(new Own());")
                        .members(
                                "static class Own extends java.security.Provider { "
                                        + "private static final long serialVersionUID = 1; Own() { super(\"Acme\", \"1\", \"\"); } }")
                        .by(
                                "static field sun.security.jca.Providers.providerList",
                                "security provider acme.Chat$Own is registered",
                                "call Security.removeProvider when the module is unloaded"),
                jdk(
                        "jdk.signal",
                        "sun.misc.Signal.handle(new sun.misc.Signal(\"USR2\"), signal -> {});",
                        "jdk.internal.misc.Signal.handlers",
                        "signal handler a lambda of acme.Chat is registered",
                        "call sun.misc.Signal.handle with the former handler when the module is unloaded"),
                Case.collected("jdk.cleaner", "Shelf.CLEANER.register(Shelf.IN_USE, () -> {});")
                        .by(
                                "thread 'Cleaner-0'",
                                "the action of a Cleaner is a lambda of acme.Chat, and what it cleans for is still in use",
                                "call clean() of the Cleanable when the module is unloaded, or take an action of the host"));
    }

    private static List<Case> logging() {
        return List.of(
                Case.collected("log.handler", "Logger.getLogger(\"\").addHandler(new Own());")
                        .members("static class Own extends Handler { public void publish(LogRecord record) {} "
                                + "public void flush() {} public void close() {} }")
                        .by(
                                "*",
                                "log handler acme.Chat$Own is registered",
                                "call Logger.removeHandler when the module is unloaded"),
                Case.collected("log.formatter", "Logger.getLogger(\"\").getHandlers()[0].setFormatter(new Own());")
                        .members("static class Own extends java.util.logging.Formatter { "
                                + "public String format(LogRecord record) { return \"\"; } }")
                        .by(
                                "*",
                                "formatter acme.Chat$Own of a log handler",
                                "call Handler.setFormatter with the former one when the module is unloaded"),
                Case.collected("log.listener", "LogManager.getLogManager().addConfigurationListener(() -> {});")
                        .by(
                                "*",
                                "configuration listener a lambda of acme.Chat of java.util.logging",
                                "call LogManager.removeConfigurationListener when the module is unloaded"));
    }

    private static List<Case> defaults() {
        return List.of(
                jdk(
                        "standard.handler",
                        "Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});",
                        "java.lang.Thread.defaultUncaughtExceptionHandler",
                        "default uncaught exception handler is a lambda of acme.Chat",
                        "call Thread.setDefaultUncaughtExceptionHandler with the former one when the module is unloaded"),
                jdk(
                                "standard.stream",
                                "System.setErr(new PrintStream(new Own()));",
                                "java.lang.System.err",
                                "System.err leads to acme.Chat$Own",
                                "call System.setErr with the former stream when the module is unloaded")
                        .members("static class Own extends OutputStream { public void write(int one) {} }"),
                jdk(
                        "standard.properties",
                        "System.getProperties().put(\"acme.held\", this);",
                        "java.lang.System.props",
                        "the system properties have acme.Chat",
                        "have text alone in the system properties, and remove it when the module is unloaded"),
                jdk(
                                "standard.proxies",
                                "java.net.ProxySelector.setDefault(new Own());",
                                "java.net.ProxySelector.theProxySelector",
                                "default proxy selector is acme.Chat$Own",
                                RESTORE)
                        .members(
                                "static class Own extends java.net.ProxySelector { "
                                        + "public List<java.net.Proxy> select(java.net.URI uri) { return List.of(); } "
                                        + "public void connectFailed(java.net.URI uri, java.net.SocketAddress place, IOException failure) {} }"),
                jdk(
                        "standard.authenticator",
                        "java.net.Authenticator.setDefault(new java.net.Authenticator() {});",
                        "java.net.Authenticator.theAuthenticator",
                        "default authenticator is acme.Chat$1",
                        RESTORE),
                jdk(
                        "standard.cookies",
                        "java.net.CookieHandler.setDefault(new java.net.CookieManager(null, (uri, cookie) -> true));",
                        "java.net.CookieHandler.cookieHandler",
                        "default cookie handler leads to a lambda of acme.Chat",
                        RESTORE),
                jdk(
                        "standard.names",
                        "java.net.URLConnection.setFileNameMap(name -> \"text/plain\");",
                        "java.net.URLConnection.fileNameMap",
                        "file name map of java.net.URLConnection is a lambda of acme.Chat",
                        RESTORE),
                jdk(
                        "standard.filter",
                        "java.io.ObjectInputFilter.Config.setSerialFilter(given -> java.io.ObjectInputFilter.Status.UNDECIDED);",
                        "java.io.ObjectInputFilter$Config.serialFilter",
                        "serialization filter is a lambda of acme.Chat",
                        "nothing undoes it: have the host set it, before any module does"),
                jdk(
                        "standard.urls",
                        "java.net.URL.setURLStreamHandlerFactory(protocol -> null);",
                        "java.net.URL.factory",
                        "factory of URL stream handlers is a lambda of acme.Chat",
                        "nothing undoes it: have the host set it, before any module does"));
    }

    private static List<Case> hidden() {
        return List.of(
                Case.collected("hidden.classvalue", "OWN.get(String.class);")
                        .members("static final ClassValue<Object> OWN = new ClassValue<>() { "
                                + "protected Object computeValue(Class<?> type) { return new Chat(); } };")
                        .by(
                                "an object that no root in the dump leads to",
                                "a ClassValue keeps acme.Chat for a class of the JDK or the host",
                                "call ClassValue.remove for that class when the module is unloaded, or keep nothing of"
                                        + " the module in it")
                        .held(
                                "STRONG",
                                "no root in the heap dump leads to it; inferred: dumps do not show the values of a"
                                        + " ClassValue"),
                Case.collected(
                                "hidden.soft",
                                "Shelf.NAMED.put(\"hidden.soft\", new java.lang.ref.SoftReference<>(this));")
                        .by(
                                "static field bot.Shelf.NAMED",
                                "softly held: static field bot.Shelf.NAMED keeps acme.Chat under key 'hidden.soft'",
                                FieldCases.REMOVE,
                                "java.lang.ref.SoftReference .referent")
                        .held("SOFT", SOFT),
                pair("hidden.record", "", "STRONG").between(17, 17),
                pair("hidden.record.soft", "softly held: ", "SOFT").between(18, 99),
                Case.collected("hidden.bean", "java.beans.Introspector.getBeanInfo(Chat.class);")
                        .by(
                                "*",
                                "softly held: cache of java.beans.Introspector has class acme.Chat",
                                "call Introspector.flushCaches when the module is unloaded")
                        .held("SOFT", SOFT),
                Case.collected("hidden.delayed", """
                        CompletableFuture.delayedExecutor(1, TimeUnit.HOURS).execute(() -> new Chat());
                        """)
                        .by(
                                "",
                                "delayed or timed-out CompletableFuture has a lambda of acme.Chat to run",
                                "complete or cancel the future when the module is unloaded")
                        .by17(
                                "thread 'CompletableFutureDelayScheduler'",
                                "access control context that thread 'CompletableFutureDelayScheduler' inherited: it was"
                                        + " created while code of the module was on the stack",
                                ThreadCases.BORN),
                Case.collected("hidden.both", """
                        Shelf.NAMED.put("hidden.both", new java.lang.ref.SoftReference<>(this));
                        Shelf.LOCAL.set(this);
                        """)
                        .by(
                                "thread 'host-hidden.both'",
                                "thread-local 'bot.Shelf.LOCAL' on thread 'host-hidden.both' has acme.Chat",
                                "call ThreadLocal.remove on that thread, at the end of the call that set it"),
                Case.collected("hidden.many", """
                        Shelf.NAMED.put("hidden.many", this);
                        Shelf.LOCAL.set(this);
                        Shelf.BY_TYPE.put(Chat.class, "text");
                        Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());
                        """)
                        .by(
                                "static field bot.Shelf.NAMED",
                                "static field bot.Shelf.NAMED keeps acme.Chat under key 'hidden.many'",
                                FieldCases.REMOVE)
                        .by(
                                "static field bot.Shelf.BY_TYPE",
                                "static field bot.Shelf.BY_TYPE keeps class acme.Chat",
                                "remove it there when the module is unloaded, or keep the name of the class in its stead")
                        .by(
                                "thread 'host-hidden.many'",
                                "thread-local 'bot.Shelf.LOCAL' on thread 'host-hidden.many' has acme.Chat",
                                "call ThreadLocal.remove on that thread, at the end of the call that set it")
                        .by(
                                "thread 'host-hidden.many'",
                                "context class loader of thread 'host-hidden.many'",
                                "restore the context class loader in a finally block; now call setContextClassLoader"
                                        + " of that thread"));
    }

    /** JDK 17 keeps the type of the record that was compared last. */
    private static Case pair(String name, String how, String hold) {
        Case one = Case.collected(name, "Object one = new Pair(this); one.equals(new Pair(\"text\"));")
                .members("record Pair(Object text) {}")
                .by(
                        "static field java.lang.runtime.ObjectMethods",
                        how + "a record was compared, and the JDK keeps the last type of that: class acme.Chat$Pair",
                        "compare records of the host afterwards, which takes the place; JDK 18 and later hold it softly");
        return hold.equals("SOFT") ? one.held(hold, SOFT) : one;
    }

    private static final String SOFT =
            "only soft references hold it: the JVM frees it when memory grows short, or when nobody used them for long;"
                    + " -XX:SoftRefLRUPolicyMSPerMB=0 has it freed at once, in tests";
}
