package dev.layers.internal.collect;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** What the flags of this JVM say about collections. */
final class VirtualMachine {
    private VirtualMachine() {}

    /** Returns why requests came to nothing, as far as flags tell. */
    static String whyNothingWasCollected() {
        List<String> reasons = new ArrayList<>();
        addIf(reasons, "UseEpsilonGC", "true", "the collector is Epsilon, which never collects");
        addIf(reasons, "ClassUnloading", "false", "-XX:-ClassUnloading keeps every class");
        addIf(reasons, "DisableExplicitGC", "true", "-XX:+DisableExplicitGC ignores System.gc()");
        addIf(reasons, "ExplicitGCInvokesConcurrent", "true", "-XX:+ExplicitGCInvokesConcurrent delays collections");
        return reasons.isEmpty() ? "no collection that unloads classes was seen" : String.join("; ", reasons);
    }

    private static void addIf(List<String> reasons, String flag, String value, String reason) {
        if (value.equals(value(flag))) {
            reasons.add(reason);
        }
    }

    private static String value(String flag) {
        try {
            Object option = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "getVMOption",
                            new Object[] {flag},
                            new String[] {String.class.getName()});
            return option instanceof CompositeData data ? String.valueOf(data.get("value")) : "";
        } catch (JMException | RuntimeException unknown) {
            return "";
        }
    }
}
