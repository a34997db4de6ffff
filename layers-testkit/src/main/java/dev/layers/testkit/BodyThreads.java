package dev.layers.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The threads on which the bodies of one check run, a fresh one each, and those that the bodies start. */
final class BodyThreads {
    private static final String NAME = "layers unload check";
    private static final int FRAMES = 12;
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    /** Threads that the JDK keeps for itself, whoever is the first to need them. */
    private static final List<String> JDK = List.of("ForkJoinPool.commonPool-", "CompletableFutureDelayScheduler");

    private final ThreadGroup group = new ThreadGroup(NAME);

    /** Runs {@code body} on a thread of its own, which has ended when this returns. */
    <E extends Throwable> Remains run(UnloadBody<E> body, Duration limit) throws E {
        BodyRun<E> run = new BodyRun<>(body);
        Thread thread = new Thread(group, run, NAME);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            join(thread, limit);
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new AssertionError("Unload check: the wait for the body was interrupted", interrupted);
        }
        return run.outcome();
    }

    /** Returns the live threads that bodies have started, those of the JDK left out. */
    List<Thread> started() {
        Thread[] all = new Thread[group.activeCount() + 16];
        int count = group.enumerate(all, true);
        return Arrays.stream(all, 0, count)
                .filter(thread -> JDK.stream().noneMatch(thread.getName()::startsWith))
                .toList();
    }

    /** Waits until fewer than {@code enough} threads live, or {@code limit} is over; returns those that live then. */
    List<Thread> awaitFewer(int enough, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<Thread> threads = started();
        while (threads.size() >= enough && end - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedJoin(threads.get(0), Math.min(end - System.nanoTime(), 10_000_000));
            threads = started();
        }
        return threads;
    }

    private static void join(Thread thread, Duration limit) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(thread, limit.toNanos());
        if (thread.isAlive()) {
            List<StackTraceElement> frames = List.of(thread.getStackTrace());
            String state = thread.getState().toString();
            thread.interrupt();
            TimeUnit.NANOSECONDS.timedJoin(thread, LAST_WAIT.toNanos());
            throw new AssertionError("Unload check: the body did not end within " + limit + ", its thread '" + NAME
                    + "' (" + state + ") was interrupted" + (thread.isAlive() ? " and runs on" : "")
                    + frames.stream()
                            .limit(FRAMES)
                            .map(frame -> System.lineSeparator() + "  at " + frame)
                            .collect(Collectors.joining()));
        }
    }

    /** One run of a body, which keeps nothing of what that returned. */
    private static final class BodyRun<E extends Throwable> implements Runnable {
        private final UnloadBody<E> body;
        private volatile Optional<Remains> remains = Optional.empty();
        private volatile Optional<Throwable> failure = Optional.empty();

        BodyRun(UnloadBody<E> body) {
            this.body = Objects.requireNonNull(body, "body");
        }

        @Override
        public void run() {
            try {
                remains = Optional.of(Remains.of(body.run()));
            } catch (Throwable thrown) {
                // whatever it is, the thread that waits throws it
                failure = Optional.of(thrown);
            }
        }

        @SuppressWarnings("unchecked")
        Remains outcome() throws E {
            if (failure.isPresent()) {
                throw (E) failure.get();
            }
            return remains.orElseThrow();
        }
    }
}
