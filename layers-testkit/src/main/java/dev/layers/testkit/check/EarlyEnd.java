package dev.layers.testkit.check;

import java.util.concurrent.atomic.AtomicBoolean;

/** Sees to it that a JVM that a plug-in ends has no result: what runs on meanwhile could come to one. */
final class EarlyEnd {
    private final AtomicBoolean isFinished = new AtomicBoolean();

    private EarlyEnd() {}

    /** Has the JVM end at once if it begins to before {@link #finish()}. */
    static EarlyEnd watch() {
        EarlyEnd end = new EarlyEnd();
        Runtime.getRuntime().addShutdownHook(new Thread(end::ended, "check guard"));
        return end;
    }

    void finish() {
        isFinished.set(true);
    }

    private void ended() {
        if (!isFinished.get()) {
            Runtime.getRuntime().halt(ExitCode.UNKNOWN.number());
        }
    }
}
