package dev.layers;

import dev.layers.internal.reference.Line;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A module under its name, through all its generations. */
final class LiveModule {
    private final Environment environment;
    private final Line line;
    private final ModuleReferences references;
    private final Turn turn;
    private final SharedOutcome<UnloadReport> unload;
    private final AtomicReference<ModuleState> state = new AtomicReference<>(ModuleState.ACTIVE);
    private final KeptReports reports = new KeptReports();
    private final AtomicReference<@Nullable UnloadReport> announced = new AtomicReference<>();
    private final AtomicBoolean dropped = new AtomicBoolean();

    private volatile Served served;
    private volatile String whyDown = "";
    /** What the generation that served last handed over in vain; while the module is down. */
    private volatile HandOver lastState = HandOver.nothing();

    /** Guarded by this. */
    private WeakReference<LoadedModule> handle = new WeakReference<>(null);

    LiveModule(Environment environment, Line line, Served first) {
        this.environment = environment;
        this.line = line;
        this.references = new ModuleReferences(this, environment.contract());
        this.turn =
                new Turn(first.name().module(), environment.policies().unload().total());
        this.unload = new SharedOutcome<>(turn);
        this.served = first;
        line.turnTo(first.generation().boundary().entries());
    }

    /** Has the next call from outside do something first. */
    void arm(Runnable beforeCall) {
        line.arm(() -> served.generation().boundary().isCurrentThreadInside(), beforeCall);
    }

    /** Returns whether this is the first time that a handle of the module is found dropped. */
    boolean isFirstDrop() {
        return dropped.compareAndSet(false, true);
    }

    /** Returns the handle that the host holds, or the one that {@code creation} makes. */
    synchronized LoadedModule handle(Supplier<LoadedModule> creation) {
        LoadedModule held = handle.get();
        if (held == null) {
            held = creation.get();
            handle = new WeakReference<>(held);
        }
        return held;
    }

    String name() {
        return served.generation().name().module();
    }

    Turn turn() {
        return turn;
    }

    Line line() {
        return line;
    }

    /** Returns the generation that serves, or served last. */
    Served served() {
        return served;
    }

    /** Returns the generation that serves, if one does. */
    Optional<Generation> serving() {
        return state.get() == ModuleState.ACTIVE ? Optional.of(served.generation()) : Optional.empty();
    }

    ModuleState state() {
        return state.get();
    }

    ModuleStatus status() {
        return served.generation().status(state.get());
    }

    List<UnloadReport> reports() {
        return reports.all();
    }

    /** Returns the references to its services. */
    ModuleReferences references() {
        return references;
    }

    /** Sends calls to {@code next}; whoever learns of it finds the calls going there. */
    void turnTo(Served next) {
        next.generation().boundary().takeOver(line);
        line.turnTo(next.generation().boundary().entries());
        served = next;
        lastState = HandOver.nothing();
        announced.set(null);
        state.set(ModuleState.ACTIVE);
    }

    /**
     * How a module is down.
     *
     * @param last what served last
     * @param why what went wrong, in words
     * @param state what was handed over in vain
     * @param report on what served last, which others tell of
     */
    record Fallen(
            Served last,
            String why,
            HandOver state,
            @Nullable UnloadReport report) {}

    /** Returns how it is down. */
    Fallen fallen() {
        return new Fallen(served, whyDown, lastState, announced.get());
    }

    /** Is down again as it was; calls that run where they were sent meanwhile go on there. */
    void fallBack(Fallen before) {
        line.close(served.generation().boundary().mayEnter());
        served = before.last();
        whyDown = before.why();
        lastState = before.state();
        announced.set(before.report());
        state.set(ModuleState.DOWN);
    }

    /** Lets calls wait that begin from now on. */
    void hold(Duration limit) {
        line.hold(served.generation().boundary().mayEnter(), limit);
    }

    /** Makes the calls that wait where it led before. */
    void reopen() {
        line.reopen();
    }

    /**
     * Takes no calls until it is reloaded.
     *
     * @param why what went wrong, in words
     * @param last the report on the generation that served, which others tell of
     */
    void fall(String why, UnloadReport last) {
        whyDown = why;
        announced.set(last);
        state.set(ModuleState.DOWN);
        line.reopen();
    }

    /** Keeps what was handed over for the generation that comes up next. */
    void keep(HandOver state) {
        lastState = state;
    }

    HandOver lastState() {
        return lastState;
    }

    /** Keeps the report on an earlier generation, which others tell of. */
    void keep(UnloadReport report) {
        reports.add(report);
    }

    /** Refuses a reload of what does not serve, and one that would wait for the thread that asks. */
    void requireReloadable() {
        if (state.get() != ModuleState.ACTIVE && state.get() != ModuleState.DOWN) {
            throw ModuleWording.notReloadable(served.name(), state.get());
        }
        if (served.generation().boundary().isCurrentThreadInside()) {
            throw ModuleWording.askedFromInside(served.name());
        }
    }

    /** Refuses, before anything is read, a reload that finds too many earlier generations left. */
    void checkBound() {
        Source source = served.generation().source();
        if (state.get() != ModuleState.ACTIVE && state.get() != ModuleState.DOWN) {
            return;
        }
        try {
            environment.bound().check(name(), source.artifact());
        } catch (TooManyGenerationsException refused) {
            environment.announcer().announceFailure(new Origin(source.artifact().toString(), "", List.of()), refused);
            throw refused;
        }
    }

    /**
     * Unloads the current generation.
     *
     * @param before what may refuse it, when it is its turn
     * @param released what to do before anybody learns that the generation was released
     */
    UnloadReport unload(UnloadReason reason, Runnable before, Runnable released) {
        UnloadReport report = unload.join(
                () -> {
                    before.run();
                    return unloadNow(reason, released);
                },
                this::announceUnload);
        boolean othersCameToNoEnd =
                report.outcome() != UnloadReport.Outcome.RELEASED && report.reason() != UnloadReason.SHUTDOWN;
        return reason == UnloadReason.SHUTDOWN && othersCameToNoEnd ? unload(reason, before, released) : report;
    }

    /** A report that is returned once more was announced before. */
    @SuppressWarnings("ReferenceEquality")
    private void announceUnload(UnloadReport report) {
        UnloadReport earlier = announced.getAndSet(report);
        if (earlier == null || earlier.outcome() != UnloadReport.Outcome.RELEASED) {
            environment.announcer().announceEnd(new LayerEvent.Unloaded(report), report);
        } else if (earlier != report) {
            environment.announcer().announceEndAgain(new LayerEvent.Unloaded(report), report);
        }
    }

    /** Says why {@code what} takes no calls. */
    ModuleUnloadedException unavailable(String what) {
        return ModuleWording.unavailable(served.name(), state.get(), what, whyDown);
    }

    private UnloadReport unloadNow(UnloadReason reason, Runnable released) {
        if (state.compareAndSet(ModuleState.ACTIVE, ModuleState.UNLOADING)) {
            line.close(served.generation().boundary().mayEnter());
        }
        if (state.get() == ModuleState.DOWN) {
            served.unloading().askAnew(reason);
        }
        UnloadReport report = served.unloading().run(reason);
        switch (report.outcome()) {
            case REFUSED -> {
                state.set(ModuleState.ACTIVE);
                line.reopen();
            }
            case RELEASED -> {
                state.set(ModuleState.UNLOADED);
                lastState = HandOver.nothing();
                served.generation().draft().forget();
                released.run();
            }
            case STOPPED -> {
                // takes no calls and keeps its name until it is unloaded again
            }
        }
        reports.add(report);
        return report;
    }
}
