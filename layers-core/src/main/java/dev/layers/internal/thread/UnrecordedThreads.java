package dev.layers.internal.thread;

import dev.layers.internal.dump.SeenThread;
import dev.layers.internal.dump.ThreadDumps;
import dev.layers.internal.failure.Place;
import dev.layers.internal.time.Deadline;
import dev.layers.internal.woven.Belongings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The virtual threads that one generation began and nobody recorded; only a dump shows them, so nobody can interrupt them.
 *
 * <p>Holds names and text.
 */
public final class UnrecordedThreads {
    private static final int FIRST_JDK = 21;
    private static final Duration PACE = Duration.ofMillis(50);

    private final String loader;
    private final Belongings belongings;
    private List<SeenThread> left = List.of();

    /**
     * Begins without a look.
     *
     * @param loader the name of the class loader of the generation
     * @param belongings what the generation recorded
     */
    public UnrecordedThreads(String loader, Belongings belongings) {
        this.loader = loader;
        this.belongings = belongings;
    }

    /** Looks until none is left, or the deadline; does so only where not all is recorded. Returns whether none is left. */
    public boolean await(Deadline deadline) {
        if (Runtime.version().feature() < FIRST_JDK || !belongings.mentions().isEverything()) {
            return true;
        }
        look();
        while (!left.isEmpty() && !deadline.isPast()) {
            deadline.within(PACE).await(UnrecordedThreads::sleep);
            look();
        }
        return left.isEmpty();
    }

    /** Describes those that were left at the last look. */
    public List<String> texts() {
        return left.stream().map(UnrecordedThreads::text).toList();
    }

    private void look() {
        Set<Long> recorded = belongings.workers().threads().stream()
                .filter(thread -> thread.getClass().getClassLoader() == null)
                .map(Thread::getId)
                .collect(Collectors.toSet());
        try {
            left = ThreadDumps.virtual(thread -> !recorded.contains(thread.id()) && beginsInside(thread.stack()));
        } catch (IOException blind) {
            // the drain has looked the same way, and said so
            left = List.of();
        }
    }

    /** One that begins elsewhere is the host's, inside a call. */
    private boolean beginsInside(List<StackTraceElement> stack) {
        for (int frame = stack.size() - 1; frame >= 0; frame--) {
            if (!isOfTheJdk(stack.get(frame))) {
                return loader.equals(stack.get(frame).getClassLoaderName());
            }
        }
        return false;
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    private static String text(SeenThread thread) {
        return "virtual thread "
                + (thread.name().isEmpty() ? "#" + thread.id() : "'" + thread.name() + "'")
                + (thread.state().isEmpty() ? "" : " (" + thread.state() + ")")
                + Place.of(thread.stack().toArray(StackTraceElement[]::new));
    }

    private static boolean sleep(long time, TimeUnit unit) throws InterruptedException {
        unit.sleep(time);
        return true;
    }
}
