package dev.layers.internal.thread;

import dev.layers.internal.failure.Place;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds the platform threads that belong to one generation. */
public final class ThreadCensus {
    /** Threads that the JDK starts once for everybody; born inside module code they inherit its context loader. */
    private static final Set<String> SHARED_BY_ALL = Set.of(
            "CompletableFutureDelayScheduler",
            "Common-Cleaner",
            "ForkJoinPool.commonPool-delayScheduler",
            "Keep-Alive-Timer",
            "process reaper");

    /** The JDK starts one for every process and adds the number of the process. */
    private static final String PROCESS_REAPER = "process reaper (pid ";

    private final WeakReference<ClassLoader> loader;
    private final String name;
    private final List<WeakReference<Thread>> claimed = new CopyOnWriteArrayList<>();

    /** Creates the census of the generation whose classes {@code loader} defines; it holds the loader weakly. */
    public ThreadCensus(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
        this.name = loader.getName();
    }

    /** Counts {@code threads} among the generation's while they live; that they are is known, not seen. */
    public void claim(List<Thread> threads) {
        threads.forEach(thread -> claimed.add(new WeakReference<>(thread)));
    }

    /** Returns the live threads of the generation that are not among {@code known}. */
    public List<Thread> takeBeside(List<Thread> known) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> isOwn(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(thread -> thread.isAlive() && !known.contains(thread))
                .toList();
    }

    /** Gives threads that the JDK shares among all the system's context loader again. */
    public void resetShared() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> isShared(thread) && isContextOf(thread))
                .forEach(thread -> thread.setContextClassLoader(ClassLoader.getSystemClassLoader()));
    }

    /** Describes {@code thread} by name, state and what it runs. */
    public static String text(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return "thread '" + thread.getName() + "' (" + thread.getState() + ")" + Place.of(stack);
    }

    private boolean isOwn(Thread thread, StackTraceElement[] stack) {
        return isClaimed(thread)
                || isLoaderOf(thread)
                || Arrays.stream(stack).anyMatch(this::isOwn)
                || (isContextOf(thread) && !isShared(thread));
    }

    private boolean isClaimed(Thread thread) {
        return claimed.stream().anyMatch(reference -> reference.refersTo(thread));
    }

    private boolean isLoaderOf(Thread thread) {
        ClassLoader defining = thread.getClass().getClassLoader();
        return defining != null && loader.refersTo(defining);
    }

    private boolean isContextOf(Thread thread) {
        ClassLoader context = thread.getContextClassLoader();
        return context != null && loader.refersTo(context);
    }

    private boolean isOwn(StackTraceElement frame) {
        return name.equals(frame.getClassLoaderName());
    }

    private static boolean isShared(Thread thread) {
        return SHARED_BY_ALL.contains(thread.getName()) || thread.getName().startsWith(PROCESS_REAPER);
    }
}
