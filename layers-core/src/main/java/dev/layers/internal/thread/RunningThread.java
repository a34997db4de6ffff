package dev.layers.internal.thread;

import dev.layers.internal.failure.Place;
import dev.layers.internal.time.Deadline;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A thread that runs code of one generation.
 *
 * @param thread the thread
 * @param isOwn whether it is the generation's, and so has to end; another only has to leave
 * @param isInside whether a stack shows the generation
 */
public record RunningThread(Thread thread, boolean isOwn, Predicate<StackTraceElement[]> isInside) {
    private static final Duration PACE = Duration.ofMillis(2);

    /** Returns whether it has ended, or is another's and has left. */
    public boolean isOver() {
        return !thread.isAlive() || (!isOwn && !isInside.test(stack(thread)));
    }

    /** Waits until it is over, or the deadline; returns whether it is. */
    public boolean await(Deadline deadline) {
        if (isOwn) {
            return deadline.join(thread);
        }
        while (!isOver()) {
            if (deadline.isPast()) {
                return false;
            }
            deadline.within(PACE).await(RunningThread::sleep);
        }
        return true;
    }

    /** Interrupts it, which may be code of the generation. */
    public void interrupt() {
        thread.interrupt();
    }

    /** Returns its kind and name: {@code thread 'acme-pump'}. */
    public String name() {
        return name(thread);
    }

    /** Describes it by name, state and what it runs. */
    public String text() {
        return text(thread);
    }

    /** Describes {@code thread} by name, state and what it runs. */
    static String text(Thread thread) {
        String state = answers(thread, "getState") ? " (" + thread.getState() + ")" : "";
        return name(thread) + state + Place.of(stack(thread));
    }

    private static StackTraceElement[] stack(Thread thread) {
        return answers(thread, "getStackTrace")
                ? thread.getStackTrace()
                : Thread.getAllStackTraces().getOrDefault(thread, new StackTraceElement[0]);
    }

    /** Returns whether the JDK's code answers: what a module overrides may never end. */
    private static boolean answers(Thread thread, String method) {
        try {
            return Stream.<Class<?>>iterate(thread.getClass(), Class::getSuperclass)
                    .takeWhile(type -> !Thread.class.equals(type))
                    .allMatch(type -> type.getClassLoader() == null || !declares(type, method));
        } catch (LinkageError unloaded) {
            return false;
        }
    }

    private static boolean declares(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(declared -> declared.getName().equals(method));
    }

    private static String name(Thread thread) {
        if (!isVirtual(thread)) {
            return "thread '" + thread.getName() + "'";
        }
        // the one method that tells on every JDK
        return "virtual thread " + (thread.getName().isEmpty() ? "#" + thread.getId() : "'" + thread.getName() + "'");
    }

    /** Asks by name: the method came with JDK 21. */
    private static boolean isVirtual(Thread thread) {
        try {
            return Boolean.TRUE.equals(Thread.class.getMethod("isVirtual").invoke(thread));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException absent) {
            return false;
        }
    }

    private static boolean sleep(long time, TimeUnit unit) throws InterruptedException {
        unit.sleep(time);
        return true;
    }
}
