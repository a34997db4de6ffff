package dev.layers.internal.residue;

import dev.layers.internal.woven.Subject;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Unregisters MBeans, in every server there is; makes none. Any class may be that of an MBean, and the host may have
 * registered it, so this looks whatever the module names.
 */
final class Beans implements Search {
    @Override
    public void run(Owner owner, Residue residue) throws JMException {
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            for (ObjectName name : server.queryNames(null, null)) {
                judge(new One(server, name, owner), residue);
            }
        }
    }

    /** Servers of the JDK ask no bean for the loader of its class; a bean of theirs that stands before another has to be asked. */
    @Override
    public boolean isVain(Owner owner) {
        return !owner.mentions(Subject.BEANS)
                && MBeanServerFactory.findMBeanServer(null).stream()
                        .allMatch(server -> server.getClass().getClassLoader() == null && hasNone(server, owner));
    }

    private static boolean hasNone(MBeanServer server, Owner owner) {
        return server.queryNames(null, null).stream().noneMatch(name -> owner.ownsLoader(loader(server, name)));
    }

    private static @Nullable ClassLoader loader(MBeanServer server, ObjectName name) {
        try {
            return server.getClassLoaderFor(name);
        } catch (InstanceNotFoundException gone) {
            return null;
        }
    }

    private static void judge(One bean, Residue residue) throws JMException {
        String what = "MBean '" + bean.name + "'";
        switch (bean.belongs()) {
            case SURELY -> residue.undo(what, "unregistered", bean::unregister);
            case PERHAPS ->
                residue.left(what + " was not unregistered: it is of a class of the module by name, and another"
                        + " generation has one of that name too");
            case NOT -> {}
        }
    }

    /** Whether a bean is the module's. */
    private enum Belonging {
        SURELY,
        PERHAPS,
        NOT
    }

    /** One bean. */
    private record One(MBeanServer server, ObjectName name, Owner owner) {
        Belonging belongs() throws JMException {
            try {
                ClassLoader loader = server.getClassLoaderFor(name);
                if (loader != null) {
                    return owner.ownsLoader(loader) ? Belonging.SURELY : Belonging.NOT;
                }
                // to ask a bean costs more, and only who names the JDK's can put one before its own
                return owner.mentions(Subject.BEANS)
                        ? behindOneOfTheJdk(server.getMBeanInfo(name).getClassName())
                        : Belonging.NOT;
            } catch (InstanceNotFoundException gone) {
                return Belonging.NOT;
            }
        }

        /** A bean of the JDK may stand before an object of the module; it tells the name of that one's class alone. */
        private Belonging behindOneOfTheJdk(@Nullable String resource) {
            if (resource == null || !owner.hasDefined(resource)) {
                return Belonging.NOT;
            }
            return owner.sharesName(resource) ? Belonging.PERHAPS : Belonging.SURELY;
        }

        /** The end of another may have taken it along. */
        void unregister() throws JMException {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        }
    }
}
