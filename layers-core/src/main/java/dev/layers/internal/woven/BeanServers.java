package dev.layers.internal.woven;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/** What stands for {@code MBeanServerFactory}, which keeps the servers it creates. */
public final class BeanServers {
    private BeanServers() {}

    /** Stands for the method of the JDK. */
    public static MBeanServer createMBeanServer() {
        return recorded(MBeanServerFactory.createMBeanServer());
    }

    /** Stands for the method of the JDK. */
    public static MBeanServer createMBeanServer(String domain) {
        return recorded(MBeanServerFactory.createMBeanServer(domain));
    }

    /** Stands for the method of the JDK. */
    public static void releaseMBeanServer(MBeanServer server) {
        MBeanServerFactory.releaseMBeanServer(server);
        Registration.forget(server::equals);
    }

    private static MBeanServer recorded(MBeanServer server) {
        String what = "MBean server of domain '" + server.getDefaultDomain() + "'";
        Registration.add(new Registration(server, what, "was released", () -> isReleased(server)));
        return server;
    }

    private static boolean isReleased(MBeanServer server) {
        boolean isKept = MBeanServerFactory.findMBeanServer(null).contains(server);
        if (isKept) {
            MBeanServerFactory.releaseMBeanServer(server);
        }
        return isKept;
    }
}
