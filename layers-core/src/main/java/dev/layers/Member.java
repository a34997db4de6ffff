package dev.layers;

import dev.layers.internal.reference.Line;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One module in a changeover: what serves of it now, if anything does, and what shall. */
final class Member {
    private final Environment environment;
    private final ModuleNames names;
    private final Draft draft;
    private final @Nullable LiveModule known;
    private final Line line;
    /** What serves, unless the module is new or down. */
    private final @Nullable Served old;
    /** How the module is down, if it is. */
    private final LiveModule.@Nullable Fallen fallen;

    private final List<UnloadReport> unloads = new ArrayList<>();
    private volatile HandOver given;
    private volatile @Nullable Preparation prepared;
    private volatile @Nullable Served next;
    private volatile @Nullable LayerException failure;
    private volatile Duration took = Duration.ZERO;

    /**
     * Begins with what serves now.
     *
     * @param draft what shall serve
     * @param known the module, if it is loaded
     */
    Member(Environment environment, ModuleNames names, Draft draft, Optional<LiveModule> known) {
        this.environment = environment;
        this.names = names;
        this.draft = draft;
        this.known = known.orElse(null);
        this.line = known.map(LiveModule::line).orElseGet(() -> environment.line(draft.module()));
        this.given = known.map(LiveModule::lastState).orElse(HandOver.nothing());
        this.old = known.filter(module -> module.state() == ModuleState.ACTIVE)
                .map(LiveModule::served)
                .orElse(null);
        this.fallen = known.filter(module -> module.state() == ModuleState.DOWN)
                .map(LiveModule::fallen)
                .orElse(null);
    }

    String name() {
        return draft.module();
    }

    Draft draft() {
        return draft;
    }

    /** Returns whether no module of its name is loaded. */
    boolean isNew() {
        return known == null;
    }

    /** Returns whether it serves now. */
    boolean isServing() {
        return old != null;
    }

    /** Returns the names of the modules that what serves of it stands on. */
    Set<String> standsOn() {
        return old == null ? Set.of() : old.needs();
    }

    /** Returns whether it was asked for itself, and is not only brought along by what it stands on. */
    boolean isAsked() {
        return known == null || !draft.equals(known.served().generation().draft());
    }

    /** Returns whether it was down before, was not asked for itself, and stays down. */
    boolean isLeftDown() {
        return known != null && old == null && failure != null && !isAsked();
    }

    /** Returns whether what serves has to go before its successor comes. */
    boolean isStoppedFirst() {
        return old != null && policy().order() == ReloadOrder.STOP_FIRST;
    }

    private ReloadPolicy policy() {
        return draft.source()
                .options()
                .reloading()
                .orElse(environment.policies().reload());
    }

    /** Returns what was loaded to serve. */
    Optional<Generation> loaded() {
        return Optional.ofNullable(next).map(Served::generation);
    }

    Optional<LayerException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns the reports on what was unloaded of it. */
    List<UnloadReport> unloads() {
        return List.copyOf(unloads);
    }

    /** Looks whether it goes together with {@code neighbours}, as long as nothing was stopped. */
    void prepare(Neighbours neighbours) {
        attempt(() -> prepared = draft.prepare(neighbours));
    }

    /** Looks whether it would go together with {@code neighbours}, and has it be there in {@code trial}. */
    void rehearse(Neighbours neighbours, Trial trial) {
        attempt(() -> trial.add(draft.prepare(neighbours)));
    }

    /** Asks what serves what it hands over to its successor; a failure is told and kept. */
    void ask() {
        if (old != null) {
            attempt(() -> given = telling(draft.origin(), () -> HandOver.ask(environment, old.generation())));
        }
    }

    /** Loads what shall serve; a failure is told and kept. */
    void load(Neighbours neighbours) {
        if (isLeftDown()) {
            return;
        }
        Deadline clock = Deadline.in(Duration.ZERO);
        attempt(() -> next = started(takePrepared(neighbours)));
        took = clock.elapsed();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (LayerException failed) {
            failure = failed;
        }
    }

    /** Tells that it cannot be changed. */
    LayerException fail(LayerException cause) {
        failure = cause;
        environment.announcer().announceFailure(draft.origin(), cause);
        return cause;
    }

    private Preparation takePrepared(Neighbours neighbours) {
        Preparation ready = prepared;
        prepared = null;
        return ready == null ? draft.prepare(neighbours) : ready;
    }

    private Served started(Preparation ready) {
        Generation generation = telling(
                ready.origin(),
                () -> given.load(
                        taking -> new Loading(environment, ready, names.next(name()), line).run(reason(), taking)));
        return new Served(generation, new Unloading(environment, generation));
    }

    private <T> T telling(Origin origin, Supplier<T> work) {
        try {
            return work.get();
        } catch (LayerException failed) {
            environment.announcer().announceFailure(origin, failed);
            throw failed;
        }
    }

    private UnloadReason reason() {
        return known == null ? UnloadReason.UNLOAD : UnloadReason.RELOAD;
    }

    /** Lets callers wait for what shall serve. */
    void hold() {
        if (old != null) {
            Objects.requireNonNull(known).hold(policy().patience());
        }
    }

    /** Waits until no call runs in what serves; returns the report of a refusal. */
    Optional<UnloadReport> drain() {
        return old == null ? Optional.empty() : old.unloading().drain(UnloadReason.RELOAD);
    }

    /** Takes calls again that were held, or drained. */
    void reopen() {
        if (old != null) {
            old.unloading().reopen();
            Objects.requireNonNull(known).reopen();
        }
    }

    /** Unloads what has served. */
    void unload() {
        if (old != null) {
            UnloadReport report = old.unloading().run(UnloadReason.RELOAD);
            Objects.requireNonNull(known).keep(report);
            unloads.add(report);
        }
    }

    /** Sends calls to what shall serve. */
    void turn() {
        if (known != null && !isLeftDown()) {
            turn(known.served(), Objects.requireNonNull(next));
        }
    }

    /** Sends calls back to what has served; what was down is down again. */
    void turnBack() {
        if (known != null && old != null) {
            turn(Objects.requireNonNull(next), old);
        } else if (known != null && fallen != null) {
            known.fallBack(fallen);
        }
    }

    private void turn(Served from, Served to) {
        Objects.requireNonNull(known).turnTo(to);
        environment
                .announcer()
                .announce(new LayerEvent.Reloaded(
                        from.name(), to.name(), to.generation().origin()));
    }

    /** Unloads what shall not serve; its calls run to their end if they can, none can be sent back. */
    void discard() {
        Served vain = next;
        next = null;
        prepared = null;
        if (vain != null) {
            UnloadReport report = vain.unloading().runToEnd(reason());
            environment.announcer().announceEnd(new LayerEvent.Discarded(report), report);
        }
    }

    /** Starts again from its own bytes what has served, and sends calls there; if that fails too the module is down. */
    void restore(Neighbours neighbours, String why) {
        if (known == null || old == null) {
            return;
        }
        String whyNot = "an error";
        try {
            Served again = started(old.generation().draft().prepare(neighbours));
            next = again;
            known.turnTo(again);
            environment
                    .announcer()
                    .announce(new LayerEvent.RolledBack(
                            old.name(), again.name(), again.generation().origin(), why));
        } catch (LayerException failed) {
            whyNot = String.valueOf(failed.getMessage());
        } finally {
            if (next == null) {
                known.keep(given);
                String whyDown = ModuleWording.down(old.name(), why, whyNot);
                known.fall(whyDown, unloads.get(unloads.size() - 1));
                environment
                        .announcer()
                        .announce(new LayerEvent.Fallen(
                                old.name(), old.generation().origin(), whyDown));
            }
        }
    }

    /** Returns the module, which is loaded from now on. */
    LiveModule publish() {
        return known == null ? new LiveModule(environment, line, Objects.requireNonNull(next)) : known;
    }

    /** Returns what became of it, unless it was not changed because of {@code why}. */
    Outcome outcome(Optional<LayerException> why) {
        Optional<GenerationName> serving =
                known == null ? loaded().map(Generation::name) : known.serving().map(Generation::name);
        Change.Kind kind = known == null ? Change.Kind.LOAD : Change.Kind.RELOAD;
        return new Outcome(kind, name(), serving, why, unloads());
    }

    void announceLoaded() {
        Served first = Objects.requireNonNull(next);
        environment
                .announcer()
                .announce(new LayerEvent.Loaded(first.name(), first.generation().origin(), took));
    }
}
