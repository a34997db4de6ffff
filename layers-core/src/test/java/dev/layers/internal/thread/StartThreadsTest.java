package dev.layers.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.time.Deadline;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ClassLoader loader = new ClassLoader("chat#1", null) {};
    private final StartThreads threads = new StartThreads();

    @Test
    void startsAlone_haveAThreadEach() throws Exception {
        Thread one = run("chat#1 start", Thread::currentThread);
        Thread other = run("pdf#1 start", Thread::currentThread);

        assertThat(one).isNotSameAs(other);
        assertThat(one.isAlive()).isFalse();
        assertThat(other.isAlive()).isFalse();
    }

    @Test
    void startAhead_runsOnTheThreadThatCameUpMeanwhile() {
        Thread used = threads.ahead(() -> {
            Set<Thread> before = waitingThreads();

            Thread current = runUnchecked("chat#1 start", Thread::currentThread);

            assertThat(before).contains(current);
            assertThat(current.getName()).isEqualTo("chat#1 start");
            assertThat(runUnchecked("chat#2 start", Thread::currentThread)).isNotSameAs(current);
            return current;
        });

        assertThat(used.isAlive()).isFalse();
    }

    @Test
    void threadAhead_isForWhoeverBeganIt() throws Exception {
        ThreadGroup other = new ThreadGroup("other");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<ThreadGroup> seen = new CompletableFuture<>();
        Thread beside = new Thread(
                other,
                () -> threads.ahead(() -> {
                    begun.countDown();
                    Deadline.in(LONG).await(end::await);
                    return seen.complete(runUnchecked(
                            "pdf#1 start", () -> Thread.currentThread().getThreadGroup()));
                }));

        ThreadGroup own = threads.ahead(() -> {
            beside.start();
            Deadline.in(LONG).await(begun::await);
            return runUnchecked("chat#1 start", () -> Thread.currentThread().getThreadGroup());
        });
        end.countDown();

        assertThat(own).isSameAs(Thread.currentThread().getThreadGroup());
        assertThat(seen.get(1, TimeUnit.MINUTES)).isSameAs(other);
        beside.join();
    }

    @Test
    void workWithinWork_startsOnThreadsOfItsOwn() {
        Thread[] used = new Thread[2];

        threads.ahead(() -> threads.ahead(() -> {
            used[0] = runUnchecked("chat#1 start", Thread::currentThread);
            return used[1] = runUnchecked("pdf#1 start", Thread::currentThread);
        }));

        assertThat(used[0]).isNotSameAs(used[1]);
        assertThat(used).noneMatch(Thread::isAlive);
        assertThat(waitingThreads()).isEmpty();
    }

    @Test
    void threadThatNothingWasStartedOn_endsWithTheWork() {
        Set<Thread> before = waitingThreads();
        Set<Thread> begun = new HashSet<>();

        assertThatThrownBy(() -> threads.ahead(() -> {
                    begun.addAll(waitingThreads());
                    begun.removeAll(before);
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(begun).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void startsTogether_shareAThread() {
        threads.together(() -> {
            Thread one = runUnchecked("chat#1 start", Thread::currentThread);
            Thread other = runUnchecked("pdf#1 start", Thread::currentThread);

            assertThat(one).isSameAs(other);
        });
    }

    @Test
    void threads_endWithTheLastOfThoseTogether() {
        Thread[] used = new Thread[1];

        threads.together(() -> {
            threads.together(() -> used[0] = runUnchecked("chat#1 start", Thread::currentThread));

            assertThat(used[0].isAlive()).isTrue();
        });

        assertThat(used[0].isAlive()).isFalse();
    }

    @Test
    void idleThread_endsBeforeTheOthersAreLoaded() {
        threads.together(() -> {
            Thread idle = runUnchecked("chat#1 start", Thread::currentThread);

            boolean hasEnded = Deadline.in(LONG).join(idle);

            assertThat(hasEnded).isTrue();
            assertThat(runUnchecked("pdf#1 start", Thread::currentThread)).isNotSameAs(idle);
        });
    }

    @Test
    void eachStart_hasItsNameAndContextLoader() {
        threads.together(() -> {
            String first = runUnchecked("chat#1 start", () -> seen(loader));
            String second = runUnchecked("pdf#1 start", () -> seen(loader));

            assertThat(first).isEqualTo("chat#1 start");
            assertThat(second).isEqualTo("pdf#1 start");
        });
    }

    @Test
    void whatAStartChangesOfItsThread_isTakenBack() {
        threads.together(() -> {
            runUnchecked("chat#1 start", () -> {
                Thread current = Thread.currentThread();
                current.setPriority(Thread.MIN_PRIORITY);
                current.setUncaughtExceptionHandler((thread, thrown) -> {});
                current.setName("changed");
                current.interrupt();
                return current.getName();
            });

            String name = runUnchecked("pdf#1 start", () -> {
                Thread current = Thread.currentThread();
                assertThat(current.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
                assertThat(current.getUncaughtExceptionHandler()).isSameAs(current.getThreadGroup());
                assertThat(current.isInterrupted()).isFalse();
                return current.getName();
            });

            assertThat(name).isEqualTo("pdf#1 start");
        });
    }

    @Test
    void threadOfAFailedStart_endsAndServesNoOther() {
        threads.together(() -> {
            Thread[] failed = new Thread[1];
            ModuleThread<Object> start = threads.start("chat#1 start", loader, () -> {
                failed[0] = Thread.currentThread();
                throw new IllegalStateException("no");
            });

            assertThatThrownBy(() -> start.await(Deadline.in(LONG))).isInstanceOf(ModuleFailure.class);
            assertThat(failed[0].isAlive()).isFalse();
            assertThat(runUnchecked("pdf#1 start", Thread::currentThread)).isNotSameAs(failed[0]);
        });
    }

    @Test
    void threadOfAnOverdueStart_servesNoOther() {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        threads.together(() -> {
            Thread[] overdue = new Thread[1];
            ModuleThread<Object> start = threads.start("chat#1 start", loader, () -> {
                overdue[0] = Thread.currentThread();
                began.countDown();
                return Deadline.in(LONG).await(end::await);
            });
            Deadline.in(LONG).await(began::await);

            assertThatThrownBy(() -> start.await(Deadline.in(Duration.ZERO)))
                    .isInstanceOf(ModuleThread.Overdue.class)
                    .hasMessageStartingWith("thread 'chat#1 start' still runs");
            end.countDown();
            assertThat(start.isEnded(Deadline.in(LONG))).isTrue();
            String other =
                    runUnchecked("pdf#1 start", () -> Thread.currentThread().getName());
            assertThat(other).isEqualTo("pdf#1 start");
        });
    }

    @Test
    void keptThread_holdsNothingOfWhatItRan() {
        threads.together(() -> {
            WeakReference<Object> code = runSomething();

            Deadline deadline = Deadline.in(LONG);
            while (!code.refersTo(null) && !deadline.isPast()) {
                System.gc();
            }

            assertThat(code.refersTo(null)).isTrue();
        });
    }

    private static Set<Thread> waitingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("layers start"))
                .collect(Collectors.toSet());
    }

    private WeakReference<Object> runSomething() {
        Object held = new Object();
        runUnchecked("chat#1 start", () -> held);
        return new WeakReference<>(held);
    }

    private static String seen(ClassLoader context) {
        Thread current = Thread.currentThread();
        assertThat(current.getContextClassLoader()).isSameAs(context);
        return current.getName();
    }

    private <T> T run(String name, Callable<T> code) throws Exception {
        return threads.start(name, loader, code).await(Deadline.in(LONG)).orElseThrow();
    }

    private <T> T runUnchecked(String name, Callable<T> code) {
        try {
            return run(name, code);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
