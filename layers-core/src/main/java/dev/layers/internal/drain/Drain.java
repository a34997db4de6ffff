package dev.layers.internal.drain;

import dev.layers.internal.time.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Waits until every thread has been seen outside the calls of one generation, each once, since this began.
 *
 * <p>No new call of the generation may begin meanwhile; calls of the next one may. Threads that are born later cannot
 * be inside and are not looked at. For one thread at a time.
 */
public final class Drain {
    private final PlatformThreads platform;
    private final VirtualThreads virtual;

    Drain(CallRule rule) {
        this.platform = new PlatformThreads(rule);
        this.virtual = new VirtualThreads(rule);
    }

    /** Looks until no caller is left, or the deadline; a later call goes on where this one ended. */
    public boolean awaitQuiet(Deadline deadline) {
        // looks at platform threads stop them all, so they may take a tenth of the time
        if (!until(platform::look, deadline, new Pace(20, 10))) {
            virtual.look();
            return false;
        }
        return until(virtual::look, deadline, new Pace(2, 1));
    }

    /** Returns the threads that are left, as they were last seen. */
    public List<Caller> callers() {
        return Stream.concat(platform.callers().stream(), virtual.callers().stream())
                .toList();
    }

    /** Returns a sentence on threads that nobody could look at, which may still be inside. */
    public Optional<String> blindSpot() {
        return virtual.blindSpot();
    }

    private static boolean until(BooleanSupplier look, Deadline deadline, Pace pace) {
        while (!look.getAsBoolean()) {
            if (deadline.isPast()) {
                return false;
            }
            pace.pause(deadline);
        }
        return true;
    }
}
