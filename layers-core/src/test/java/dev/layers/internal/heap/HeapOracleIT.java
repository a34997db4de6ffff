package dev.layers.internal.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.hprof.DumpReader;
import dev.layers.internal.hprof.RootRecord;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import org.graalvm.visualvm.lib.jfluid.heap.Heap;
import org.graalvm.visualvm.lib.jfluid.heap.HeapFactory;
import org.graalvm.visualvm.lib.jfluid.heap.Instance;
import org.graalvm.visualvm.lib.jfluid.heap.ObjectArrayInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent reader on the dump of a real JVM finds what this one does. */
class HeapOracleIT {
    private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
    private static final ClassValue<Map<String, Object>> VALUES = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            return new HashMap<>();
        }
    };
    private static final Map<String, Object> HELD = new ConcurrentHashMap<>();

    private final ExecutorService pool = Executors.newSingleThreadExecutor(body -> new Thread(body, "pool-1"));
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final List<Sought> marks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @TempDir
    Path directory;

    /** A loader of one class. */
    private static final class Loader extends ClassLoader {
        Loader(String name) {
            super(name, HeapOracleIT.class.getClassLoader());
        }

        Thread payload() throws Exception {
            try (var in = HeapOracleIT.class.getResourceAsStream("HeldPayload.class")) {
                byte[] bytes = in.readAllBytes();
                Class<?> type = defineClass(HeldPayload.class.getName(), bytes, 0, bytes.length);
                return (Thread) type.getConstructor().newInstance();
            }
        }
    }

    @AfterEach
    void letGo() {
        HELD.clear();
        VALUES.remove(Integer.class);
        threads.forEach(Thread::interrupt);
        pool.shutdownNow();
    }

    private Thread fresh(String kind) throws Exception {
        Loader loader = new Loader(kind);
        long number = 0x5eed_0000_0000L + numbers.size();
        numbers.put(kind, number);
        marks.add(new Sought(number, List.of(new WeakReference<>(loader))));
        return loader.payload();
    }

    /** On a stack frame of its own: what it leaves on the stack is gone when it is back. */
    private void stage() throws Exception {
        HELD.put("map", fresh("map"));
        HELD.put("list", new ArrayList<>(List.of(1, fresh("list"))));
        HELD.put("class", fresh("class").getClass());
        HELD.put("method", fresh("method").getClass().getMethod("run"));
        HELD.put("loader", fresh("loader").getClass().getClassLoader());
        HELD.put("array", new Object[] {null, new Object[] {fresh("array")}});
        HELD.put("soft", new SoftReference<>(fresh("soft")));
        HELD.put("weak", new WeakReference<>(fresh("weak")));
        LinkedList<Object> chain =
                new LinkedList<>(IntStream.range(0, 20_000).boxed().toList());
        chain.add(10_000, fresh("chain"));
        HELD.put("chain", chain);
        VALUES.get(Integer.class).put("value", fresh("classvalue"));
        Thread local = fresh("threadlocal");
        pool.submit(() -> LOCAL.set(local)).get();
        Thread running = fresh("running");
        threads.add(running);
        running.start();
        Thread host = new Thread(HeapOracleIT::idle, "host");
        host.setContextClassLoader(fresh("context").getClass().getClassLoader());
        threads.add(host);
        host.start();
    }

    private static void idle() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Path dump() throws Exception {
        Thread stage = new Thread(() -> {
            try {
                stage();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        stage.start();
        stage.join();
        Path file = directory.resolve("heap.hprof");
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                        "dumpHeap",
                        new Object[] {file.toString(), true},
                        new String[] {"java.lang.String", "boolean"});
        return file;
    }

    @Test
    void oracle_agreesOnWhatIsHeld_andHowFarAwayItIs() throws Exception {
        Path file = dump();

        Map<Long, Holding> found = HeapAnalysis.of(file, numbers.values(), 9, new Patient());
        Map<Long, Integer> expected = distancesOfTheOracle(file);
        Map<Long, Integer> distances = distances(file);

        numbers.forEach((kind, number) -> {
            boolean isStrong = found.get(number).kind() == Holding.Kind.STRONG;
            assertThat(isStrong).as(kind).isEqualTo(expected.containsKey(number));
            assertThat(distances.get(number)).as(kind).isEqualTo(expected.get(number));
        });
        assertThat(expected).hasSize(10);
        assertThat(kind(found, "soft")).isEqualTo(Holding.Kind.SOFT);
        assertThat(kind(found, "weak")).isEqualTo(Holding.Kind.COLLECTED);
        assertThat(kind(found, "classvalue")).isEqualTo(Holding.Kind.HIDDEN);
        assertCutsAndFlipsAreTold(file);
    }

    private Holding.Kind kind(Map<Long, Holding> found, String kind) {
        return found.get(numbers.get(kind)).kind();
    }

    /** On a real dump, in the same test, because making one takes longest. */
    private void assertCutsAndFlipsAreTold(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        Path damaged = directory.resolve("damaged.hprof");
        for (int round = 0; round < 12; round++) {
            int length = 100 + random.nextInt(whole.length - 200);
            byte[] bytes = round < 6 ? Arrays.copyOf(whole, length) : whole.clone();
            bytes[Math.min(length, bytes.length) - 1] ^= (byte) (round < 6 ? 0 : 0x55);
            Files.write(damaged, bytes);
            try {
                assertThat(HeapAnalysis.of(damaged, numbers.values(), 3, new Patient()))
                        .hasSize(numbers.size());
                assertThat(round).as("a dump cut short has no answer").isGreaterThanOrEqualTo(6);
            } catch (HeapDumpException told) {
                assertThat(told.kind()).isIn(HeapDumpException.Kind.CUT_SHORT, HeapDumpException.Kind.DAMAGED);
            }
        }
    }

    /** Returns how far from a root what is sought is, over the edges of the graph that the oracle has, too. */
    private Map<Long, Integer> distances(Path file) throws IOException {
        Budget budget = new Budget(Long.MAX_VALUE);
        HeapClasses classes = new HeapClasses(budget, new Names(budget));
        Roots roots = new Roots(budget);
        Marks marked = new Marks(budget, Set.copyOf(numbers.values()));
        NodeIds ids = new NodeIds(budget);
        DumpReader reader = new DumpReader(file, percent -> {});
        reader.read(new NodeScan(classes, roots, marked, ids));
        classes.layOutAll();
        int objects = ids.size();
        for (HeapClass type : classes.all()) {
            ids.add(type.id());
        }
        ids.index();
        Graph graph = new Graph(ids, classes, objects, budget);
        reader.read(new EdgeScan(classes, graph));
        graph.addClasses();
        int[] distances = new Flood(graph.size()).over(graph, roots.all());
        Map<Long, Integer> found = new HashMap<>();
        for (long number : numbers.values()) {
            for (long reference : marked.referencesOf(number)) {
                int referent = graph.referents().indexOf(graph.node(reference));
                int node = referent < 0 ? -1 : graph.node(graph.referents().referent(referent));
                if (node >= 0 && distances[node] > 0) {
                    found.put(number, distances[node]);
                }
            }
        }
        return found;
    }

    /** A plain search of the graph. */
    private static final class Flood {
        private final int[] distances;
        private final int[] queue;
        private int tail;

        Flood(int size) {
            distances = new int[size];
            queue = new int[size];
        }

        int[] over(Graph graph, List<RootRecord> roots) {
            roots.forEach(root -> reach(graph.node(root.id()), 1));
            for (int head = 0; head < tail; head++) {
                int node = queue[head];
                for (int i = graph.edgesStart(node); i < graph.edgesEnd(node); i++) {
                    reach(graph.edge(i), distances[node] + 1);
                }
                reach(graph.type(node), distances[node] + 1);
            }
            return distances;
        }

        private void reach(int node, int distance) {
            if (node >= 0 && distances[node] == 0) {
                distances[node] = distance;
                queue[tail++] = node;
            }
        }
    }

    private Map<Long, Integer> distancesOfTheOracle(Path file) throws IOException {
        Heap heap = HeapFactory.createHeap(new File(file.toString()));
        Map<Long, Integer> found = new HashMap<>();
        for (Object each : heap.getJavaClassByName(Sought.class.getName()).getInstances()) {
            Instance mark = (Instance) each;
            Long number = (Long) mark.getValueOfField("number");
            ObjectArrayInstance references = (ObjectArrayInstance) mark.getValueOfField("references");
            Instance reference = references.getValues().get(0);
            Instance target = (Instance) reference.getValueOfField("referent");
            int distance = target == null ? 0 : distance(target);
            if (distance > 0 && numbers.containsValue(number)) {
                found.put(number, distance);
            }
        }
        return found;
    }

    private static int distance(Instance target) {
        int distance = 1;
        for (Instance current = target; !current.isGCRoot(); distance++) {
            Instance next = current.getNearestGCRootPointer();
            if (next == null || next.equals(current)) {
                return next == null ? 0 : distance;
            }
            current = next;
        }
        return distance;
    }
}
