package dev.layers.internal.woven;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes threads as another factory does, and records them. */
final class RecordingFactory implements ThreadFactory {
    private static final int NAMED = 3;
    /** Names that the JDK gives tell nothing. */
    private static final Pattern GIVEN_BY_JDK = Pattern.compile("|pool-\\d+-thread-\\d+|Thread-\\d+");

    private final Workers workers;
    private final ThreadFactory given;
    private final WeakBag<Thread> made = new WeakBag<>();

    private RecordingFactory(Workers workers, ThreadFactory given) {
        this.workers = workers;
        this.given = given;
    }

    /** Returns one for the generation whose code runs; null for null, which the JDK refuses. */
    static @Nullable ThreadFactory around(@Nullable ThreadFactory given) {
        return around(Workers.current(), given);
    }

    static @Nullable ThreadFactory around(Workers workers, @Nullable ThreadFactory given) {
        return given == null ? null : new RecordingFactory(workers, given);
    }

    /** Returns one around a factory that is there. */
    static RecordingFactory recording(ThreadFactory given) {
        return new RecordingFactory(Workers.current(), given);
    }

    /** Returns what {@code factory} was made around, or itself. */
    static ThreadFactory given(ThreadFactory factory) {
        return factory instanceof RecordingFactory recording ? recording.given : factory;
    }

    /** Describes a pool of {@code size} threads that {@code factory} made. */
    static String pool(int size, ThreadFactory factory) {
        String names = factory instanceof RecordingFactory recording ? recording.names() : "";
        return "pool of " + size + (size == 1 ? " thread" : " threads") + names;
    }

    /** Returns how many threads of {@code factory} are alive, as far as it recorded them. */
    static long alive(ThreadFactory factory) {
        return factory instanceof RecordingFactory recording
                ? recording.made.live().stream().filter(Thread::isAlive).count()
                : 0;
    }

    @Override
    public @Nullable Thread newThread(Runnable work) {
        Thread thread = given.newThread(work);
        if (thread != null) {
            made.add(thread);
            workers.add(thread);
        }
        return thread;
    }

    private String names() {
        List<String> names = made.live().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !GIVEN_BY_JDK.matcher(name).matches())
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        String some = names.stream().limit(NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return " (" + some + (names.size() > NAMED ? ", ..." : "") + ")";
    }
}
