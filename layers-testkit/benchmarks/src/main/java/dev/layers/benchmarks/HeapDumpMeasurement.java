package dev.layers.benchmarks;

import dev.layers.benchmarks.jvm.OwnJvm;
import dev.layers.internal.heap.AnalysisListener;
import dev.layers.internal.heap.HeapAnalysis;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.Sought;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.graalvm.visualvm.lib.jfluid.heap.Heap;
import org.graalvm.visualvm.lib.jfluid.heap.HeapFactory;
import org.graalvm.visualvm.lib.jfluid.heap.Instance;
import org.graalvm.visualvm.lib.jfluid.heap.ObjectArrayInstance;

/** Explains one held loader in a dump of so many megabytes, and has VisualVM's library do the same, each in its own JVM. */
public final class HeapDumpMeasurement {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final List<Object> HELD = new ArrayList<>();

    private HeapDumpMeasurement() {}

    /** Takes the megabytes, 500 if there are none; or what a JVM started here is to do. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            measure(arguments.length == 0 ? "500" : arguments[0]);
            return;
        }
        Path dump = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(dump, Integer.parseInt(arguments[2]));
            case "layers" -> readByLayers(dump);
            default -> readByVisualVm(dump);
        }
    }

    private static void measure(String megabytes) throws Exception {
        Path directory = Files.createTempDirectory("layers-heap");
        Path dump = directory.resolve("heap.hprof");
        int most = Integer.parseInt(megabytes);
        try {
            fork("-Xmx" + (most * 3 + 256) + "m", "make", dump.toString(), megabytes);
            System.out.printf("dump of %d MB%n", Files.size(dump) >> 20);
            double own = fork("-Xmx" + (most * 2 / 3 + 64) + "m", "layers", dump.toString());
            double other = fork("-Xmx" + (most * 2 / 3 + 64) + "m", "visualvm", dump.toString());
            System.out.printf("%.1f times less CPU%n", other / own);
        } finally {
            Directories.delete(directory);
        }
    }

    /** Runs a JVM; returns the CPU seconds it says it took. */
    private static double fork(String memory, String... arguments) throws Exception {
        String said = OwnJvm.run(List.of(memory, "-XX:+UseSerialGC"), HeapDumpMeasurement.class, LIMIT, arguments)
                .strip();
        System.out.println(said);
        return said.contains(" CPU s") ? Double.parseDouble(said.replaceAll(".*?([0-9.]+) CPU s.*", "$1")) : 0;
    }

    /** Nothing of this is left on the stack when the dump is made. */
    private static void hold() throws Exception {
        URLClassLoader loader = new URLClassLoader(
                new URL[] {
                    HeapDumpMeasurement.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                },
                ClassLoader.getPlatformClassLoader());
        HELD.add(new Sought(1, List.of(new WeakReference<>(loader))));
        HELD.add(loader.loadClass(Calculator.class.getName()));
    }

    private static void make(Path dump, int megabytes) throws Exception {
        hold();
        fill((long) megabytes << 20);
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                        "dumpHeap",
                        new Object[] {dump.toString(), true},
                        new String[] {"java.lang.String", "boolean"});
    }

    /** Fills the heap as programs do: maps of texts and lists, and some buffers. */
    private static void fill(long bytes) {
        long filled = 0;
        for (int i = 0; filled < bytes; i++) {
            Map<String, Object> record = new HashMap<>();
            for (int field = 0; field < 8; field++) {
                Object text = "value number " + i + " of field " + field;
                record.put("field-" + field + "-" + i, field % 2 == 0 ? text : new ArrayList<>(List.of(i, "x" + i)));
            }
            HELD.add(record);
            filled += 2350;
            if (i % 50 == 0) {
                HELD.add(new byte[8000]);
                filled += 8000;
            }
        }
    }

    private static void readByLayers(Path dump) throws Exception {
        AnalysisListener patient = new AnalysisListener() {
            @Override
            public void progress(String stage, int percent) {}

            @Override
            public boolean isWaiting() {
                return true;
            }
        };
        Holding found = HeapAnalysis.of(dump, List.of(1L), 5, patient).get(1L);
        System.out.printf(
                "Layers: %s, %d path(s), %s%n", found.kind(), found.paths().size(), cost());
    }

    private static void readByVisualVm(Path dump) throws Exception {
        Heap heap = HeapFactory.createHeap(new File(dump.toString()));
        Instance mark =
                heap.getJavaClassByName(Sought.class.getName()).getInstances().get(0);
        ObjectArrayInstance references = (ObjectArrayInstance) mark.getValueOfField("references");
        Instance target = (Instance) references.getValues().get(0).getValueOfField("referent");
        int steps = 1;
        for (Instance next = target; !next.isGCRoot(); next = next.getNearestGCRootPointer()) {
            steps++;
        }
        System.out.printf("VisualVM: %d steps, %s%n", steps, cost());
    }

    private static String cost() throws Exception {
        long nanos = (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return String.format("%.1f CPU s, at most %d MB of heap", nanos / 1e9, peak >> 20);
    }
}
