package dev.layers.internal.drain;

import dev.layers.internal.dump.SeenThread;
import dev.layers.internal.dump.ThreadDumps;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The virtual threads that were not yet seen outside all calls of a generation; before JDK 21 there are none. */
final class VirtualThreads {
    private static final int FIRST_JDK = 21;
    private static final String TRACKING = "jdk.trackAllThreads";

    private final CallRule rule;
    private @Nullable List<Caller> callers;
    private Optional<String> blindSpot = Optional.empty();

    VirtualThreads(CallRule rule) {
        this.rule = rule;
    }

    /** Looks at all threads, and from then on at those left; returns whether none is left that can be seen. */
    boolean look() {
        if (Runtime.version().feature() < FIRST_JDK) {
            callers = List.of();
        }
        if (callers == null || !callers.isEmpty()) {
            lookAtDump();
        }
        return callers().isEmpty();
    }

    /** Returns those left, as they were last seen. */
    List<Caller> callers() {
        return callers == null ? List.of() : callers;
    }

    /** Returns why not all virtual threads could be looked at. */
    Optional<String> blindSpot() {
        return blindSpot;
    }

    private void lookAtDump() {
        try {
            callers = seen();
            blindSpot = isTracked() ? Optional.empty() : blind("-D" + TRACKING + "=false hides some");
        } catch (IOException failure) {
            blindSpot = blind(String.valueOf(failure.getMessage()));
        }
    }

    private List<Caller> seen() throws IOException {
        Predicate<SeenThread> left = left();
        return ThreadDumps.virtual(thread -> left.test(thread) && isInside(thread)).stream()
                .map(Caller::of)
                .toList();
    }

    private Predicate<SeenThread> left() {
        if (callers == null) {
            return thread -> true;
        }
        Set<Long> left = callers.stream().map(Caller::id).collect(Collectors.toSet());
        return thread -> left.contains(thread.id());
    }

    /** A stack that was cut off may have a call below. */
    private boolean isInside(SeenThread thread) {
        // the one method that tells on every JDK
        boolean asking = thread.id() == Thread.currentThread().getId();
        boolean inside = asking ? rule.isAskingInside(thread.stack()) : rule.isInside(thread.stack());
        return inside || !thread.isWhole();
    }

    private static boolean isTracked() {
        String tracking = System.getProperty(TRACKING, "");
        return tracking.isEmpty() || Boolean.parseBoolean(tracking);
    }

    private static Optional<String> blind(String why) {
        return Optional.of("virtual threads could not be looked at: " + why);
    }
}
