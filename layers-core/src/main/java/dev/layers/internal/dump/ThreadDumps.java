package dev.layers.internal.dump;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Has the JDK write thread dumps, which are the one place that shows virtual threads. */
public final class ThreadDumps {
    private static final String DIAGNOSTIC = "com.sun.management.HotSpotDiagnosticMXBean";

    private ThreadDumps() {}

    /**
     * Returns the virtual threads of a dump that is taken now, those that {@code wanted} lets through; it may be asked for
     * others.
     *
     * @throws IOException if the JDK takes no dump
     */
    public static List<SeenThread> virtual(Predicate<SeenThread> wanted) throws IOException {
        Set<Long> platform = platformThreads();
        Map<Long, SeenThread> seen = new LinkedHashMap<>();
        take(thread -> {
            if (wanted.test(thread)) {
                seen.put(thread.id(), thread);
            }
        });
        platform.addAll(platformThreads());
        return seen.values().stream()
                .filter(thread -> isVirtual(thread, platform))
                .toList();
    }

    /** Dumps call virtual threads so on some JDKs, on others nothing tells the two kinds apart. */
    private static boolean isVirtual(SeenThread thread, Set<Long> platform) {
        return thread.virtual() == null ? !platform.contains(thread.id()) : thread.virtual();
    }

    private static Set<Long> platformThreads() {
        return LongStream.of(ManagementFactory.getThreadMXBean().getAllThreadIds())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Hands every thread of a dump that is taken now to {@code reader}, some again if the dump is interrupted. */
    static void take(Consumer<SeenThread> reader) throws IOException {
        // the JDK writes to a channel, which an interrupt closes
        boolean interrupted = Thread.interrupted();
        try {
            while (!isTaken(reader)) {
                interrupted = true;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isTaken(Consumer<SeenThread> reader) throws IOException {
        try {
            takeOnce(reader);
            return true;
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                return false;
            }
            throw failure;
        }
    }

    /** Only the owner may read in the directory: stacks tell what a host is doing. */
    private static void takeOnce(Consumer<SeenThread> reader) throws IOException {
        Path directory = Files.createTempDirectory("layers-threads");
        Path file = directory.resolve("threads.json");
        try {
            write(file.toAbsolutePath());
            try (InputStream dump = new FileInputStream(file.toFile())) {
                ThreadDump.read(dump, reader);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    /** Looks the method up by name: it came with JDK 21, and a JDK may come without its module. */
    private static void write(Path file) throws IOException {
        try {
            Class<?> diagnostic = Class.forName(DIAGNOSTIC);
            Class<?> format = Class.forName(DIAGNOSTIC + "$ThreadDumpFormat");
            Method dump = diagnostic.getMethod("dumpThreads", String.class, format);
            dump.invoke(
                    bean(diagnostic), file.toString(), format.getField("JSON").get(null));
        } catch (InvocationTargetException failure) {
            throw new IOException(String.valueOf(failure.getCause()), failure.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new IOException("this JDK writes no thread dumps (" + absent + ")", absent);
        }
    }

    private static Object bean(Class<?> type) throws ClassNotFoundException {
        Object bean = ManagementFactory.getPlatformMXBean(type.asSubclass(PlatformManagedObject.class));
        if (bean == null) {
            throw new ClassNotFoundException(type.getName());
        }
        return bean;
    }
}
