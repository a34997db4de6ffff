package dev.layers.internal.woven;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which native libraries generations have loaded, those of all managers: the JVM gives each to one class loader at a time.
 *
 * <p>It holds generations weakly.
 */
public final class NativeLibraries {
    private static final NativeLibraries OF_THIS_JVM = new NativeLibraries();

    private final Map<Long, Holder> attempts = new ConcurrentHashMap<>();
    /** Guarded by this. */
    private final Map<Path, Holder> holders = new HashMap<>();

    private NativeLibraries() {}

    /** Returns those that all managers share. */
    public static NativeLibraries ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Returns the files of those that {@code belongings} has loaded, in the order of their names. */
    public synchronized List<Path> of(Belongings belongings) {
        return holders.values().stream()
                .filter(holder -> holder.isOf(belongings))
                .map(Holder::file)
                .sorted()
                .toList();
    }

    /** Makes known that nothing holds a generation any more, as far as we know. */
    public synchronized void release(Belongings belongings) {
        attempts.values().removeIf(holder -> holder.isOf(belongings));
        holders.replaceAll((file, holder) -> holder.isOf(belongings) ? holder.asReleased() : holder);
        holders.values().removeIf(Holder::isCollected);
    }

    /**
     * Waits until nobody else has {@code file}.
     *
     * @throws UnsatisfiedLinkError if somebody keeps it
     */
    void begin(Path file, ClassLoader loader, Belongings belongings) {
        Holder holder = other(file, belongings);
        if (holder != null) {
            takeFrom(holder, belongings);
        }
        Reference<ClassLoader> trace = new PhantomReference<>(loader, new ReferenceQueue<>());
        Holder next = new Holder(file, belongings.owner(), new WeakReference<>(belongings), trace, false);
        attempts.put(Thread.currentThread().getId(), next);
    }

    /** What the current thread began has come to its end. */
    synchronized void end() {
        Holder holder = attempts.remove(Thread.currentThread().getId());
        if (holder != null) {
            holders.put(holder.file(), holder);
        }
    }

    private synchronized @Nullable Holder other(Path file, Belongings belongings) {
        Holder holder = holders.get(file);
        return holder == null || holder.isOf(belongings) ? null : holder;
    }

    private void takeFrom(Holder holder, Belongings asking) {
        String owner = asking.owner();
        if (!holder.isReleased() && !holder.isCollected()) {
            throw new UnsatisfiedLinkError(holder.refusal(
                    owner, "which serves; unload it first, or have each generation load a copy of the file"));
        }
        if (!asking.collected().test(holder.trace())) {
            throw new UnsatisfiedLinkError(holder.refusal(
                    owner,
                    "which was unloaded and is not collected yet; find what holds it, or have each generation load a"
                            + " copy of the file"));
        }
        Mapped.awaitGone(holder.file());
        synchronized (this) {
            holders.remove(holder.file(), holder);
        }
    }

    /** Who has loaded a library. */
    private record Holder(
            Path file,
            String owner,
            Reference<Belongings> belongings,
            Reference<ClassLoader> trace,
            boolean isReleased) {
        boolean isOf(Belongings other) {
            return belongings.refersTo(other);
        }

        boolean isCollected() {
            return trace.refersTo(null);
        }

        Holder asReleased() {
            return new Holder(file, owner, belongings, trace, true);
        }

        String refusal(String asking, String rest) {
            return "Module '" + asking + "': native library '" + file + "' is still loaded by '" + owner + "', " + rest;
        }
    }
}
