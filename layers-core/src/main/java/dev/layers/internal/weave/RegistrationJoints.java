package dev.layers.internal.weave;

import dev.layers.internal.weave.Joint.Notice;
import dev.layers.internal.weave.Joint.Redirection;
import dev.layers.internal.weave.Joint.Substitution;
import java.util.ArrayList;
import java.util.List;

/** What leaves values or objects with the JVM: thread-locals, hooks, listeners, defaults, cleaners. */
final class RegistrationJoints {
    private static final String WOVEN = "dev/layers/internal/woven/";

    private RegistrationJoints() {}

    static List<Joint> all() {
        List<Joint> joints = new ArrayList<>(own());
        joints.addAll(defaults());
        joints.addAll(listeners());
        joints.addAll(onceForAll());
        return joints;
    }

    private static List<Joint> own() {
        return List.of(
                new Substitution("java/lang/ThreadLocal", WOVEN + "WovenThreadLocal"),
                new Substitution("java/lang/InheritableThreadLocal", WOVEN + "WovenInheritableThreadLocal"),
                redirected("java/lang/ThreadLocal", "withInitial", "WovenThreadLocal"),
                redirected("java/lang/Runtime", "addShutdownHook", "ShutdownHooks"),
                redirected("java/lang/Runtime", "removeShutdownHook", "ShutdownHooks"),
                redirected("java/lang/ref/Cleaner", "register", "Cleaners"));
    }

    private static List<Joint> defaults() {
        return List.of(
                redirected("java/lang/System", "setOut", "WovenDefaults"),
                redirected("java/lang/System", "setErr", "WovenDefaults"),
                redirected("java/lang/System", "setIn", "WovenDefaults"),
                redirected("java/lang/System", "setProperties", "WovenDefaults"),
                redirected("java/lang/Thread", "setDefaultUncaughtExceptionHandler", "WovenDefaults"),
                redirected("java/net/ProxySelector", "setDefault", "WovenDefaults"),
                redirected("java/net/Authenticator", "setDefault", "WovenDefaults"),
                redirected("java/net/CookieHandler", "setDefault", "WovenDefaults"),
                redirected("java/net/ResponseCache", "setDefault", "WovenDefaults"),
                redirected("javax/net/ssl/SSLContext", "setDefault", "WovenDefaults"),
                redirected("javax/net/ssl/HttpsURLConnection", "setDefaultHostnameVerifier", "WovenDefaults"),
                redirected("javax/net/ssl/HttpsURLConnection", "setDefaultSSLSocketFactory", "WovenDefaults"),
                redirected("java/net/URLConnection", "setFileNameMap", "WovenDefaults"),
                redirected("javax/security/auth/login/Configuration", "setConfiguration", "WovenDefaults"),
                redirected("java/util/Locale", "setDefault", "WovenDefaults"),
                redirected("java/util/TimeZone", "setDefault", "WovenDefaults"),
                redirected("sun/misc/Signal", "handle", "SignalHandlers"),
                redirected("java/sql/DriverManager", "setLogWriter", "LogWriters"),
                redirected("java/util/logging/Logger", "setLevel", "LoggingRegistrations"));
    }

    private static List<Joint> listeners() {
        List<Joint> joints = new ArrayList<>();
        joints.addAll(both("javax/management/NotificationBroadcaster", "NotificationListener", "BeanListeners"));
        joints.addAll(both("javax/management/NotificationEmitter", "NotificationListener", "BeanListeners"));
        joints.addAll(both("javax/management/MBeanServer", "NotificationListener", "BeanServerListeners"));
        joints.addAll(both("javax/management/MBeanServerConnection", "NotificationListener", "BeanServerListeners"));
        joints.addAll(both("java/util/logging/LogManager", "ConfigurationListener", "LoggingRegistrations"));
        joints.addAll(both("java/util/prefs/Preferences", "PreferenceChangeListener", "PreferenceListeners"));
        joints.addAll(both("java/util/prefs/Preferences", "NodeChangeListener", "PreferenceListeners"));
        joints.addAll(both("jdk/jfr/FlightRecorder", "PeriodicEvent", "PeriodicEvents"));
        joints.add(redirected("javax/management/MBeanServerFactory", "createMBeanServer", "BeanServers"));
        joints.add(redirected("javax/management/MBeanServerFactory", "releaseMBeanServer", "BeanServers"));
        return joints;
    }

    private static List<Joint> onceForAll() {
        return List.of(
                redirected("java/net/URL", "setURLStreamHandlerFactory", "OnceForAll"),
                redirected("java/io/ObjectInputFilter$Config", "setSerialFilter", "OnceForAll"),
                redirected("java/time/zone/ZoneRulesProvider", "registerProvider", "OnceForAll"),
                redirected("java/security/Policy", "setPolicy", "OnceForAll"),
                noticed(
                        "javax/naming/spi/NamingManager",
                        "setInitialContextFactoryBuilder",
                        "a naming factory was set"),
                noticed("javax/naming/spi/NamingManager", "setObjectFactoryBuilder", "a naming factory was set"),
                noticed("java/rmi/server/UnicastRemoteObject", "exportObject", "a remote object was exported"),
                noticed("javax/swing/UIManager", "put", "a value was put"));
    }

    private static List<Joint> both(String type, String registered, String substitute) {
        return List.of(
                redirected(type, "add" + registered, substitute), redirected(type, "remove" + registered, substitute));
    }

    private static Joint redirected(String type, String method, String substitute) {
        return new Redirection(type, method, WOVEN + substitute);
    }

    private static Joint noticed(String type, String method, String what) {
        String simple = type.substring(type.lastIndexOf('/') + 1);
        return new Notice(type, method, WOVEN + "Notices", what + " by " + simple + "." + method);
    }
}
