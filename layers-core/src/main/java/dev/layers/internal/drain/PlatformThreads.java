package dev.layers.internal.drain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The platform threads that were not yet seen outside all calls of a generation. */
final class PlatformThreads {
    private final CallRule rule;
    private @Nullable List<Caller> callers;

    PlatformThreads(CallRule rule) {
        this.rule = rule;
    }

    /** Looks at all threads, and from then on at those left; returns whether none is left. */
    boolean look() {
        if (callers == null || callers.stream().anyMatch(this::seemsOutside)) {
            callers = seen();
        }
        return callers.isEmpty();
    }

    /** Returns those left, as they were last seen. */
    List<Caller> callers() {
        return callers == null ? List.of() : callers;
    }

    private List<Caller> seen() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> isLeft(entry.getKey()))
                .filter(entry -> isInside(entry.getKey(), Arrays.asList(entry.getValue())))
                .map(PlatformThreads::caller)
                .toList();
    }

    private boolean isLeft(Thread thread) {
        return callers == null || callers.stream().anyMatch(caller -> caller.isOf(thread));
    }

    /** Asks one thread, which does not stop the others but may leave out the frames at the bottom of a high stack. */
    private boolean seemsOutside(Caller caller) {
        return caller.thread()
                .map(thread -> !isInside(thread, Arrays.asList(thread.getStackTrace())))
                .orElse(true);
    }

    private boolean isInside(Thread thread, List<StackTraceElement> stack) {
        return Thread.currentThread().equals(thread) ? rule.isAskingInside(stack) : rule.isInside(stack);
    }

    private static Caller caller(Map.Entry<Thread, StackTraceElement[]> seen) {
        return Caller.of(seen.getKey(), Arrays.asList(seen.getValue()));
    }
}
