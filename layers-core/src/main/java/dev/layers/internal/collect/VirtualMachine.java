package dev.layers.internal.collect;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * What the flags of a JVM say about collections.
 *
 * @param isReadable whether it has the bean that tells flags
 * @param flags the values of those it has, by name
 */
public record VirtualMachine(boolean isReadable, Map<String, String> flags) {
    /** Checks the components. */
    public VirtualMachine {
        flags = Map.copyOf(flags);
    }

    /** Returns this JVM, whose flags are read once: none of them can change while it runs. */
    public static VirtualMachine running() {
        return Running.MACHINE;
    }

    /** Asks for nothing before somebody wants to know. */
    private static final class Running {
        static final VirtualMachine MACHINE = read();

        private Running() {}
    }

    private static VirtualMachine read() {
        Map<String, String> flags = new HashMap<>();
        try {
            ObjectName bean = new ObjectName("com.sun.management:type=HotSpotDiagnostic");
            for (String flag : wanted()) {
                read(bean, flag, flags);
            }
            return new VirtualMachine(true, flags);
        } catch (JMException absent) {
            return new VirtualMachine(false, Map.of());
        }
    }

    /** Returns whether it unloads classes, as far as flags tell. */
    public boolean isUnloading() {
        return !is("UseEpsilonGC", "true") && !is("ClassUnloading", "false");
    }

    /** Returns why no loader has been unloaded, as far as flags tell. */
    String whyNothingWasUnloaded(boolean requesting) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                requesting
                        ? "no request made the JVM unload classes: a loader dropped for comparison is still there"
                        : "no collection that unloads classes came by itself, and PASSIVE requests none:"
                                + " a loader dropped for comparison is still there");
        reasons.add(collector());
        addIf(reasons, "ClassUnloading", "false", "-XX:-ClassUnloading keeps every class");
        if (requesting) {
            addIf(reasons, "DisableExplicitGC", "true", "-XX:+DisableExplicitGC ignores System.gc()");
            addIf(
                    reasons,
                    "ExplicitGCInvokesConcurrent",
                    "true",
                    "-XX:+ExplicitGCInvokesConcurrent lets some collectors delay it");
        }
        return String.join("; ", reasons);
    }

    private String collector() {
        if (!isReadable) {
            return "this JVM has no HotSpotDiagnosticMXBean to read its flags from";
        }
        String name = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon").stream()
                .filter(each -> is("Use" + each + "GC", "true"))
                .findFirst()
                .orElse("none that is known by its flag");
        return "the collector is " + name + (name.equals("Epsilon") ? ", which never collects" : "");
    }

    private void addIf(List<String> reasons, String flag, String value, String reason) {
        if (is(flag, value)) {
            reasons.add(reason);
        }
    }

    private boolean is(String flag, String value) {
        return value.equals(flags.get(flag));
    }

    private static List<String> wanted() {
        return List.of(
                "UseSerialGC",
                "UseParallelGC",
                "UseG1GC",
                "UseZGC",
                "UseShenandoahGC",
                "UseEpsilonGC",
                "ClassUnloading",
                "DisableExplicitGC",
                "ExplicitGCInvokesConcurrent");
    }

    /** A JVM that does not know a flag says so, and does not have what it turns on. */
    private static void read(ObjectName bean, String flag, Map<String, String> flags) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            Object option =
                    server.invoke(bean, "getVMOption", new Object[] {flag}, new String[] {String.class.getName()});
            if (option instanceof CompositeData data) {
                flags.put(flag, String.valueOf(data.get("value")));
            }
        } catch (InstanceNotFoundException absent) {
            throw absent;
        } catch (JMException | RuntimeException unknown) {
            flags.remove(flag);
        }
    }
}
