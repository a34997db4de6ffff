package dev.layers;

import dev.layers.internal.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Modules that are wanted together: compares what is wanted with what is loaded, and makes it so.
 *
 * <p>It owns the modules that it loaded, and unloads no other. Nothing is remembered of a plan.
 */
final class Deployment {
    private final ModuleRegistry registry;
    private final String what;
    private final Ownership ownership = new Ownership();
    private final Semaphore free = new Semaphore(1, true);

    private final AtomicReference<@Nullable Object> watching = new AtomicReference<>();

    /** The thread whose operation runs; only that one, and what works for it, can find themselves here. */
    private volatile @Nullable Thread owner;

    /**
     * Makes one that owns nothing yet.
     *
     * @param what the directory or file, for messages
     */
    Deployment(ModuleRegistry registry, String what) {
        this.registry = registry;
        this.what = what;
    }

    ModuleRegistry registry() {
        return registry;
    }

    /**
     * Takes {@code watch} as the one that makes the changes of a directory.
     *
     * @throws IllegalStateException if another one does
     */
    void begin(Object watch) {
        if (!watching.compareAndSet(null, watch)) {
            throw new IllegalStateException(what + ": it is watched already; use that watch, or close it first");
        }
    }

    /** Forgets {@code watch}, if it is the one. */
    void end(Object watch) {
        watching.compareAndSet(watch, null);
    }

    /** Says what {@link #carryOut(List)} would do now; runs no code of a module and tells no listener. */
    DeploymentPlan plan(List<Wanted> wanted) {
        return plan(() -> wanted);
    }

    /** As {@link #plan(List)}, of what {@code wanted} finds when it is its turn. */
    DeploymentPlan plan(Supplier<List<Wanted>> wanted) {
        return inTurn(() ->
                new DeploymentPlan(Rehearsal.of(registry, agenda(wanted.get())).changes()));
    }

    /**
     * Makes what is loaded as it is wanted. What it owns and is not wanted any longer is unloaded; what cannot be read
     * now keeps its module.
     */
    DeploymentReport carryOut(List<Wanted> wanted) {
        return carryOut(wanted, change -> true);
    }

    /** As {@link #carryOut(List)}, of what {@code wanted} finds when it is its turn; all that cannot be is told again. */
    DeploymentReport carryOutAnew(Supplier<List<Wanted>> wanted) {
        return inTurn(() -> {
            ownership.tellAgain();
            return execute(wanted.get(), change -> true);
        });
    }

    /**
     * Makes what is loaded as it is wanted, as far as that is admitted; announces each change as
     * {@link LayerEvent.Planned} before it is made.
     *
     * @param admitted which changes are made now; asked once for each load, reload and unload. The others are left for
     *     later and are not in the report. What cannot be is told once, as long as it is the same for the same reason
     */
    DeploymentReport carryOut(List<Wanted> wanted, Predicate<Change> admitted) {
        return inTurn(() -> execute(wanted, admitted));
    }

    private DeploymentReport execute(List<Wanted> wanted, Predicate<Change> admitted) {
        return new Execution(registry, ownership, agenda(wanted).admitting(admitted)).run();
    }

    /** As {@link #plan(List)}, without what is made of bytes that are not {@code settled}. */
    DeploymentPlan plan(List<Wanted> wanted, Predicate<Change> settled) {
        return inTurn(() -> new DeploymentPlan(
                Rehearsal.of(registry, agenda(wanted).settled(settled).admitting(change -> true))
                        .changes()));
    }

    /**
     * As {@link #carryOut(List, Predicate)}, without what is made of bytes that are not {@code settled}; it is not told
     * either.
     */
    DeploymentReport carryOut(List<Wanted> wanted, Predicate<Change> settled, Predicate<Change> admitted) {
        return inTurn(() -> new Execution(
                        registry, ownership, agenda(wanted).settled(settled).admitting(admitted))
                .run());
    }

    /** Returns whether what is at {@code artifact} is known to fail as long as its bytes are the same. */
    boolean isKnownUnfit(Path artifact) {
        return inTurn(() -> ownership.failure(artifact).isPresent());
    }

    /** Returns whether what is at {@code artifact} failed last time for a reason that passes by itself. */
    boolean isBusy(Path artifact) {
        return inTurn(() -> ownership.isBusy(artifact));
    }

    private Agenda agenda(List<Wanted> wanted) {
        ownership.settle(registry::find);
        List<Taken> taken = new Intake(registry, ownership).take(wanted);
        return Comparison.of(registry, ownership, what, taken);
    }

    private <T> T inTurn(Supplier<T> operation) {
        if (Hand.askers().anyMatch(asker -> asker.equals(owner))) {
            throw new ModuleBusyException(what
                    + ": asked for from inside a deployment of it, by a listener; ask from another thread, or later");
        }
        Duration limit = registry.environment().policies().unload().total();
        if (!Deadline.in(limit).await(free::tryAcquire)) {
            throw new ModuleBusyException(what + ": another deployment of it has not ended within " + Text.of(limit)
                    + "; wait for it and ask again");
        }
        owner = Thread.currentThread();
        try {
            return operation.get();
        } finally {
            owner = null;
            free.release();
        }
    }
}
