package dev.layers;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.thread.ModuleThread;
import dev.layers.internal.thread.ModuleThread.Overdue;
import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs code of a generation that is unloaded, waits for it and for others, and tells listeners of the wait. */
final class Supervision {
    private static final Duration NOTICE = Duration.ofSeconds(1);

    private final Environment environment;
    private final Generation generation;
    private final List<ModuleThread<?>> overdue = new ArrayList<>();

    Supervision(Environment environment, Generation generation) {
        this.environment = environment;
        this.generation = generation;
    }

    /** Runs {@code code} on a thread that ends with it; returns what went wrong, a sentence each. */
    List<String> run(UnloadStep step, String name, Duration limit, Callable<Void> code) {
        ClassLoader context = generation.isReleased()
                ? environment.contextLoader()
                : generation.parts().code().loader();
        ModuleThread<Void> thread = ModuleThread.start(
                generation.name() + " " + name, context, generation.boundary().asOwn(code));
        try {
            await(step, Deadline.in(limit), thread::isEnded, () -> name);
            thread.await(Deadline.in(Duration.ZERO));
            return List.of();
        } catch (ModuleFailure failure) {
            return List.of("failed: " + failure.rootText());
        } catch (Overdue late) {
            overdue.add(thread);
            return List.of("did not end within " + Text.of(limit) + ": " + late.getMessage());
        }
    }

    /** Waits and tells listeners every second; returns whether what is waited for has come. */
    boolean await(UnloadStep step, Deadline deadline, Predicate<Deadline> wait, Supplier<String> what) {
        while (!wait.test(deadline.within(NOTICE))) {
            if (deadline.isPast()) {
                return false;
            }
            environment
                    .announcer()
                    .announce(new LayerEvent.Waiting(
                            generation.name(), generation.origin(), step, deadline.elapsed(), what.get()));
        }
        return true;
    }

    /** Returns whether code did not end in time since the last {@link #forget}. */
    boolean isOverdue() {
        return !overdue.isEmpty();
    }

    /** Waits for code that did not end in time; returns whether some of it still runs. */
    boolean isStillOverdue(Deadline deadline) {
        return !overdue.stream().allMatch(thread -> thread.isEnded(deadline));
    }

    /** Lets go of code that did not end in time. */
    void forget() {
        overdue.clear();
    }
}
