package dev.layers.benchmarks.jvm;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;

/**
 * What this JVM uses.
 *
 * @param metaspace bytes of metadata in use, also of classes
 * @param committed bytes that the JVM has taken for metadata: what loaders hold and do not use is among them
 * @param heap bytes of heap in use
 * @param classes how many classes are loaded
 * @param descriptors how many files are open; nought where nobody tells
 */
public record Usage(long metaspace, long committed, long heap, long classes, long descriptors) {
    private static final long SETTLING_NANOS = 20_000_000;

    /** Returns what is used now. */
    public static Usage now() {
        return new Usage(
                metaspaceNow(MemoryUsage::getUsed),
                metaspaceNow(MemoryUsage::getCommitted),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                descriptorsNow());
    }

    /** Returns what is used once garbage is collected, and what cleaners free after a first collection. */
    public static Usage settled() {
        System.gc();
        LockSupport.parkNanos(SETTLING_NANOS);
        System.gc();
        return now();
    }

    /** Returns how many files are open. */
    public static long descriptorsNow() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** Returns the CPU time of this process, in nanoseconds. */
    public static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Returns how many collections there were, of any kind. */
    public static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long metaspaceNow(ToLongFunction<MemoryUsage> what) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(what)
                .sum();
    }
}
