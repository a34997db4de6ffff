package dev.layers.internal.residue;

import dev.layers.internal.time.Deadline;
import java.beans.Introspector;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * Clears what the JDK has cached of bean classes; it holds them weakly or softly, so nobody need be told.
 *
 * <p>There is a cache for each group of threads, which only its own threads can clear.
 */
final class BeanProperties implements Search {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    /** Groups are few; those that come while they are listed are not of this module. */
    private static final int ROOM = 8;

    @Override
    public void run(Owner owner, Residue residue) {
        Introspector.flushCaches();
        flushInOtherGroups(Deadline.in(LONGEST));
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen("java.beans.Introspector");
    }

    private static void flushInOtherGroups(Deadline deadline) {
        ThreadGroup own = Thread.currentThread().getThreadGroup();
        ThreadGroup top = ForeignThreads.topGroup();
        ThreadGroup[] groups = new ThreadGroup[top.activeGroupCount() + ROOM];
        top.enumerate(groups);
        Arrays.stream(groups)
                .filter(Objects::nonNull)
                .filter(group -> !group.equals(own))
                .forEach(group -> flushIn(group, deadline));
    }

    private static void flushIn(ThreadGroup group, Deadline deadline) {
        Thread flush = new Thread(group, Introspector::flushCaches, "layers bean caches", 0, false);
        flush.setDaemon(true);
        flush.setContextClassLoader(null);
        try {
            flush.start();
            deadline.join(flush);
        } catch (IllegalThreadStateException destroyed) {
            // on JDK 17 a group that is gone takes no threads, and none of its own can ask its cache
        }
    }
}
