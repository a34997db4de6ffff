package dev.layers.others;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;

/** What stays in the heap each time that something is done, by the JVM's histogram of live objects. */
final class HeapGrowth {
    private static final int ATTEMPTS = 50;
    /** A cleaner may not have had its turn yet between two. */
    private static final int STEADY = 3;

    private HeapGrowth() {}

    /** Returns the bytes that stay each time, counting classes of which each time leaves an instance or more. */
    static long perTime(int times, Callable<?> work) throws Exception {
        repeat(times, work);
        // kept as one text until both are there: their rows would be counted
        String before = settled();
        repeat(times, work);
        String after = settled();
        Map<String, Row> rows = rows(before);
        return rows(after).entrySet().stream()
                        .map(row -> row.getValue().minus(rows.getOrDefault(row.getKey(), Row.NONE)))
                        .filter(growth -> growth.instances() >= times)
                        .mapToLong(Row::bytes)
                        .sum()
                / times;
    }

    private static void repeat(int times, Callable<?> work) throws Exception {
        for (int time = 0; time < times; time++) {
            work.call();
        }
    }

    /** Returns the histogram once it no longer shrinks: what cleaners free goes some time after a first collection. */
    private static String settled() throws JMException {
        String last = histogram();
        int steady = 0;
        for (int attempt = 0; attempt < ATTEMPTS && steady < STEADY; attempt++) {
            LockSupport.parkNanos(50_000_000);
            String next = histogram();
            steady = total(next) < total(last) ? 0 : steady + 1;
            last = next;
        }
        return last;
    }

    private static String histogram() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private static long total(String histogram) {
        return rows(histogram).values().stream().mapToLong(Row::bytes).sum();
    }

    private static Map<String, Row> rows(String histogram) {
        Map<String, Row> rows = new HashMap<>();
        histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[0].endsWith(":"))
                .forEach(words ->
                        rows.merge(words[3], new Row(Long.parseLong(words[1]), Long.parseLong(words[2])), Row::plus));
        return rows;
    }

    /** The instances of a class; of several where loaders have a class of that name each. */
    private record Row(long instances, long bytes) {
        static final Row NONE = new Row(0, 0);

        Row plus(Row other) {
            return new Row(instances + other.instances, bytes + other.bytes);
        }

        Row minus(Row other) {
            return new Row(instances - other.instances, bytes - other.bytes);
        }
    }
}
