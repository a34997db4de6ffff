package dev.layers.guarantees;

import java.util.List;

/** The platform threads of this JVM. */
final class LiveThreads {
    private LiveThreads() {}

    /** Returns those that run and whose names begin with {@code prefix}. */
    static List<Thread> named(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
    }
}
