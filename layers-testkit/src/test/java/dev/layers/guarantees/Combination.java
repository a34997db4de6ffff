package dev.layers.guarantees;

import java.util.List;
import java.util.stream.Stream;

/** A collector, and a flag on requests or class unloading. */
public record Combination(String collector, String flag) {
    public static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon");
    public static final String NONE = "";
    public static final String NO_EXPLICIT = "-XX:+DisableExplicitGC";
    public static final String CONCURRENT = "-XX:+ExplicitGCInvokesConcurrent";
    public static final String NO_UNLOADING = "-XX:-ClassUnloading";

    static List<Combination> all() {
        return COLLECTORS.stream()
                .flatMap(collector -> Stream.of(NONE, NO_EXPLICIT, CONCURRENT, NO_UNLOADING)
                        .map(flag -> new Combination(collector, flag)))
                .toList();
    }

    /** No request reaches Shenandoah where explicit ones are disabled. */
    public boolean isUnloading() {
        return !collector.equals("Epsilon")
                && !flag.equals(NO_UNLOADING)
                && !(collector.equals("Shenandoah") && flag.equals(NO_EXPLICIT));
    }

    /** Every requested collection of Shenandoah clears soft references. */
    boolean isKeepingSoft() {
        return !collector.equals("Shenandoah");
    }

    List<String> flags() {
        return Stream.of("-XX:+UnlockExperimentalVMOptions", "-XX:+Use" + collector + "GC", flag)
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** What a reason says of the flag. */
    String ofRequests() {
        // Shenandoah has it on unless told otherwise
        boolean concurrent = flag.equals(CONCURRENT) || collector.equals("Shenandoah");
        return named()
                + (flag.equals(NO_EXPLICIT) ? "; -XX:+DisableExplicitGC ignores System.gc()" : "")
                + (concurrent ? "; -XX:+ExplicitGCInvokesConcurrent lets some collectors delay it" : "");
    }

    String named() {
        return collector
                + (collector.equals("Epsilon") ? ", which never collects" : "")
                + (flag.equals(NO_UNLOADING) ? "; -XX:-ClassUnloading keeps every class" : "");
    }

    @Override
    public String toString() {
        return String.join(" ", flags());
    }
}
