package dev.layers.guarantees;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What modules may leave in a JVM of their own, counted after a collection.
 *
 * @param jar the artifact, on which no descriptor may stay open
 */
record Inventory(Path jar) {
    /** Returns threads, loaded classes, open descriptors and temporary files as text. */
    String text() throws IOException {
        System.gc();
        return "threads " + ManagementFactory.getThreadMXBean().getThreadCount() + " classes "
                + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " descriptors " + openOnJar()
                + " files " + filesOfModules();
    }

    /** Returns the same with memory in use: heap and metaspace, in kilobytes. */
    String textWithMemory() throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
        return text() + " heap " + heap + " metaspace " + (metaspace() >> 10);
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** How many descriptors are open on the artifact or on anything temporary; zero also where nobody can know. */
    private long openOnJar() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        long open = 0;
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                open += isOfModule(descriptor) ? 1 : 0;
            }
        }
        return open;
    }

    private boolean isOfModule(Path descriptor) {
        try {
            Path target = Files.readSymbolicLink(descriptor);
            return target.equals(jar) || target.startsWith(System.getProperty("java.io.tmpdir"));
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static long filesOfModules() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("hsperfdata"))
                    .count();
        }
    }
}
