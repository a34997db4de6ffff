package dev.layers.internal.woven;

import java.util.Set;

/** The threads that the JDK starts once for everybody; born inside module code they inherit its context loader. */
public final class SharedThreads {
    /** How their names begin. */
    private static final Set<String> BEGINNINGS = Set.of(
            "AWT-",
            "CompletableFutureDelayScheduler",
            "Common-Cleaner",
            "Cleaner-",
            "ForkJoinPool.commonPool-",
            "HttpClient-",
            "Image Fetcher",
            "Image Animator",
            "JFR ",
            "Java2D ",
            "Keep-Alive-",
            "RMI ",
            "GC Daemon",
            "SeedGenerator Thread",
            "TimerQueue",
            "VirtualThread-unparker",
            "process reaper");

    private SharedThreads() {}

    /** Returns whether {@code thread} is one of them, by its name. */
    public static boolean contain(Thread thread) {
        return BEGINNINGS.stream().anyMatch(thread.getName()::startsWith);
    }
}
