package dev.layers.internal.collect;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Ways to ask the JVM for a collection, from the polite to the insistent. */
enum Requests {
    SYSTEM_GC {
        @Override
        void make() {
            System.gc();
        }
    },
    /** Works under {@code -XX:+DisableExplicitGC}. */
    GC_RUN {
        @Override
        void make() {
            command("gcRun", new Object[0], new String[0]);
        }
    },
    /** Collects at once also under {@code -XX:+ExplicitGCInvokesConcurrent}. */
    CLASS_HISTOGRAM {
        @Override
        void make() {
            command("gcClassHistogram", new Object[] {new String[0]}, new String[] {String[].class.getName()});
        }
    };

    /** How often one way is tried before the next. */
    private static final int PATIENCE = 3;

    abstract void make();

    /** Returns the way for a request after {@code fruitless} ones that collected nothing. */
    static Requests after(int fruitless) {
        return values()[Math.min(fruitless / PATIENCE, values().length - 1)];
    }

    /** A JVM without the command is asked in vain, which the canary shows. */
    private static void command(String name, Object[] arguments, String[] signature) {
        try {
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            ManagementFactory.getPlatformMBeanServer().invoke(commands, name, arguments, signature);
        } catch (JMException | RuntimeException absent) {
            System.gc();
        }
    }
}
