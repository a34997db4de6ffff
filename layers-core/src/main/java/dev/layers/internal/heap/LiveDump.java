package dev.layers.internal.heap;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.jspecify.annotations.Nullable;

/**
 * A dump of the live heap of this JVM, in a private directory of its own that goes with it.
 *
 * <p>A shutdown hook deletes it where the JVM exits first; the hook stays for as long as the dump, and no longer.
 */
public final class LiveDump implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;
    /** For how long what is still being written is awaited, in all, while the JVM exits. */
    private static final int MOST_TRIES = 40;

    private static final int PAUSE_MILLIS = 25;

    private final Thread hook;
    /** Guarded by this, like the flag. */
    private @Nullable Path directory;

    private boolean isGone;

    private LiveDump() {
        this.hook = new Thread(null, this::delete, "layers heap dump removal", 0, false);
        hook.setContextClassLoader(null);
    }

    /**
     * Makes a dump.
     *
     * @param parent where its directory is made; empty for the directory of temporary files
     * @param largestHeap the used heap, in bytes, above which none is made
     * @throws HeapDumpException if none is made
     */
    public static LiveDump of(Optional<Path> parent, long largestHeap) throws HeapDumpException {
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        if (used > largestHeap) {
            throw new HeapDumpException(
                    HeapDumpException.Kind.UNAVAILABLE,
                    "the heap uses " + megabytes(used) + ", and a dump is allowed up to " + megabytes(largestHeap));
        }
        LiveDump dump = new LiveDump();
        try {
            dump.awaitExit();
            write(dump.make(parent), used);
        } catch (HeapDumpException | RuntimeException | Error failed) {
            dump.close();
            throw failed;
        }
        return dump;
    }

    /** Returns the file. */
    public Path file() {
        return file(Objects.requireNonNull(made(), "directory"));
    }

    private static Path file(Path directory) {
        return directory.resolve("heap.hprof");
    }

    private synchronized @Nullable Path made() {
        return directory;
    }

    /** Deletes it. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook runs, or did: what it finds is deleted twice
        }
        delete();
    }

    private static Path directory(Optional<Path> parent) throws HeapDumpException {
        try {
            // only its owner may enter a directory that is made so
            return parent.isPresent()
                    ? Files.createTempDirectory(parent.orElseThrow(), "layers-heap-")
                    : Files.createTempDirectory("layers-heap-");
        } catch (IOException failed) {
            String place = parent.map(path -> "'" + path + "'").orElse("the directory for temporary files");
            throw unavailable("no directory for a heap dump could be made in " + place, failed);
        }
    }

    /** The hook comes first: an exit between the two would leave the directory. */
    private void awaitExit() throws HeapDumpException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            throw ending(ending);
        }
    }

    private synchronized Path make(Optional<Path> parent) throws HeapDumpException {
        if (isGone) {
            throw ending(new IllegalStateException());
        }
        Path made = directory(parent);
        directory = made;
        return made;
    }

    private static HeapDumpException ending(IllegalStateException exit) {
        return unavailable("no heap dump is made while the JVM ends", exit);
    }

    private static void write(Path directory, long used) throws HeapDumpException {
        try {
            long space = Files.getFileStore(directory).getUsableSpace();
            if (space < used) {
                throw new IOException(megabytes(space) + " are free for a heap of " + megabytes(used));
            }
            dump(file(directory));
        } catch (IOException failed) {
            throw unavailable("no heap dump could be written to '" + directory + "'", failed);
        }
    }

    private static void dump(Path file) throws IOException, HeapDumpException {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "dumpHeap",
                            new Object[] {file.toString(), true},
                            new String[] {String.class.getName(), "boolean"});
        } catch (InstanceNotFoundException absent) {
            throw new HeapDumpException(
                    HeapDumpException.Kind.UNAVAILABLE,
                    "this JVM has no HotSpotDiagnosticMXBean to make a heap dump with: add module 'jdk.management'");
        } catch (MBeanException failed) {
            throw failed.getTargetException() instanceof IOException written ? written : new IOException(failed);
        } catch (RuntimeMBeanException failed) {
            throw new IOException(failed.getTargetException().toString(), failed);
        } catch (JMException failed) {
            throw new IOException(failed.toString(), failed);
        }
    }

    /** What cannot be deleted stays for whoever owns the directory: nobody is waiting for this. */
    private void delete() {
        Path made = end();
        try {
            for (int tries = 0; made != null && !isDeleted(made) && tries < MOST_TRIES; tries++) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Path end() {
        isGone = true;
        return directory;
    }

    /** A dump that is being made while the JVM exits may write parts of it meanwhile, each to a file of its own. */
    private static boolean isDeleted(Path directory) {
        File[] parts = directory.toFile().listFiles();
        for (File part : parts == null ? new File[0] : parts) {
            part.delete();
        }
        return directory.toFile().delete() || !Files.exists(directory);
    }

    private static HeapDumpException unavailable(String what, Exception why) {
        String reason = why instanceof IllegalStateException ? "" : ": " + why;
        HeapDumpException exception = new HeapDumpException(HeapDumpException.Kind.UNAVAILABLE, what + reason);
        exception.initCause(why);
        return exception;
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
