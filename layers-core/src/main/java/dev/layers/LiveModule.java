package dev.layers;

import dev.layers.internal.reference.Line;
import dev.layers.internal.reference.ReferenceTexts;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.reference.ServiceReference;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.Origin;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A module under its name, through all its generations. */
final class LiveModule {
    /** Reports are small; a module that is reloaded for ever must not grow for ever all the same. */
    private static final int KEPT_REPORTS = 100;

    private final Environment environment;
    private final GenerationNumbers numbers;
    private final Line line;
    private final Turn turn;
    private final SharedOutcome<UnloadReport> unload;
    private final AtomicReference<ModuleState> state = new AtomicReference<>(ModuleState.ACTIVE);
    /** Guarded by itself. */
    private final Deque<UnloadReport> reports = new ArrayDeque<>();

    private final AtomicReference<@Nullable UnloadReport> announced = new AtomicReference<>();
    private final AtomicBoolean dropped = new AtomicBoolean();

    private volatile Served served;
    /** Guarded by this. */
    private WeakReference<LoadedModule> handle = new WeakReference<>(null);

    /** The generation that serves, and how it will be unloaded. */
    private record Served(Generation generation, Unloading unloading) {}

    LiveModule(Environment environment, GenerationNumbers numbers, Line line, Generation first) {
        this.environment = environment;
        this.numbers = numbers;
        this.line = line;
        this.turn =
                new Turn(first.name().module(), environment.policies().unload().total());
        this.unload = new SharedOutcome<>(turn);
        this.served = new Served(first, new Unloading(environment, first));
        line.turnTo(first.boundary().entries());
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

    ModuleStatus status() {
        return served.generation().status(state.get());
    }

    List<UnloadReport> reports() {
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    /** Returns the first provider of {@code service} in the generation that serves. */
    <S> Optional<S> first(Class<S> service) {
        requireServing(service);
        Generation generation = served.generation();
        for (ServiceKey key : generation.services()) {
            if (key.service().equals(service.getName())) {
                return Optional.of(handed(generation, service, key).orElseThrow(() -> unavailable(key.provider())));
            }
        }
        return Optional.empty();
    }

    /** Returns all providers of {@code service}, as a list that follows reloads. */
    <S> List<S> services(Class<S> service) {
        requireServing(service);
        return new FollowingList<>(() -> present(service));
    }

    /** Returns the providers of {@code service} in the generation that serves, or served last. */
    <S> List<S> present(Class<S> service) {
        Generation generation = served.generation();
        return generation.services().stream()
                .filter(key -> key.service().equals(service.getName()))
                .flatMap(key -> handed(generation, service, key).stream())
                .toList();
    }

    private void requireServing(Class<?> service) {
        environment.contract().requireProvided(service);
        if (state.get() == ModuleState.UNLOADED) {
            throw unavailable(service.getName());
        }
    }

    /** Refuses, before anything is read, a reload that finds too many earlier generations left. */
    void checkBound() {
        Source source = served.generation().source();
        if (state.get() != ModuleState.ACTIVE) {
            return;
        }
        try {
            environment.bound().check(name(), source.artifact());
        } catch (TooManyGenerationsException refused) {
            environment.announcer().announceFailure(new Origin(source.artifact().toString(), "", List.of()), refused);
            throw refused;
        }
    }

    /** Announces outside its turn, so that a listener may act on the module. */
    UnloadReport reload() {
        UnloadReport report = turn.take(this::reloadNow);
        environment.announcer().announceEnd(new LayerEvent.Unloaded(report), report);
        return report;
    }

    /**
     * Unloads the current generation.
     *
     * @param released what to do before anybody learns that the generation was released
     */
    UnloadReport unload(UnloadReason reason, Runnable released) {
        UnloadReport report = unload.join(() -> unloadNow(reason, released), this::announceUnload);
        boolean othersCameToNoEnd =
                report.outcome() != UnloadReport.Outcome.RELEASED && report.reason() != UnloadReason.SHUTDOWN;
        return reason == UnloadReason.SHUTDOWN && othersCameToNoEnd ? unload(reason, released) : report;
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

    /** Returns what the host gets: a reference, or where the contract says so the provider itself while there is one. */
    private <S> Optional<S> handed(Generation generation, Class<S> service, ServiceKey key) {
        if (environment.contract().boundary().isDirect(service)) {
            return generation.boundary().entries().provider(key).map(service::cast);
        }
        ServiceReference reference =
                line.reference(key, environment.contract().boundary().crossing().shape(service), new Texts(key));
        generation.boundary().know(key, reference);
        return Optional.of(service.cast(reference));
    }

    /** What the reference to one provider says of itself. */
    private final class Texts implements ReferenceTexts {
        private final ServiceKey key;

        Texts(ServiceKey key) {
            this.key = key;
        }

        @Override
        public String description() {
            return "reference to " + key.provider() + " of "
                    + served.generation().name();
        }

        @Override
        public RuntimeException unavailable() {
            return LiveModule.this.unavailable(key.provider());
        }

        @Override
        public boolean isStale() {
            return state.get() == ModuleState.UNLOADED;
        }
    }

    private ModuleUnloadedException unavailable(String what) {
        return ModuleWording.unavailable(served.generation().name(), state.get(), what);
    }

    private UnloadReport reloadNow() {
        if (state.get() != ModuleState.ACTIVE) {
            throw ModuleWording.notReloadable(served.generation().name(), state.get());
        }
        Served old = served;
        if (old.generation().boundary().isCurrentThreadInside()) {
            throw ModuleWording.askedFromInside(old.generation().name());
        }
        Served next = loadNext(old.generation());
        turnTo(next);
        announceTurn(old, next);
        UnloadReport report = old.unloading().run(UnloadReason.RELOAD);
        if (report.outcome() == UnloadReport.Outcome.REFUSED) {
            turnTo(old);
            announceTurn(next, old);
            discard(next);
            throw ModuleWording.stillCalled(report);
        }
        keep(report);
        return report;
    }

    private void announceTurn(Served from, Served to) {
        environment
                .announcer()
                .announce(new LayerEvent.Reloaded(
                        from.generation().name(),
                        to.generation().name(),
                        to.generation().origin()));
    }

    private Served loadNext(Generation old) {
        Preparation preparation = Preflight.pass(environment, old.source());
        try {
            return loadNext(old, preparation);
        } catch (LayerException failed) {
            environment.announcer().announceFailure(preparation.origin(), failed);
            throw failed;
        }
    }

    private Served loadNext(Generation old, Preparation preparation) {
        if (!preparation.module().equals(name())) {
            throw ModuleWording.otherModule(old.source(), old.name(), preparation.module());
        }
        Generation next = new Loading(environment, preparation, numbers.next(name()), line).run(UnloadReason.RELOAD);
        return new Served(next, new Unloading(environment, next));
    }

    private void turnTo(Served next) {
        next.generation().boundary().takeOver(line);
        served = next;
        line.turnTo(next.generation().boundary().entries());
    }

    /** Its calls run to their end if they can; none can be sent back. */
    private void discard(Served next) {
        UnloadReport report = next.unloading().runToEnd(UnloadReason.RELOAD);
        environment.announcer().announceEnd(new LayerEvent.Discarded(report), report);
    }

    private UnloadReport unloadNow(UnloadReason reason, Runnable released) {
        if (state.compareAndSet(ModuleState.ACTIVE, ModuleState.UNLOADING)) {
            line.close(served.generation().boundary().mayEnter());
        }
        UnloadReport report = served.unloading().run(reason);
        switch (report.outcome()) {
            case REFUSED -> {
                state.set(ModuleState.ACTIVE);
                line.reopen();
            }
            case RELEASED -> {
                state.set(ModuleState.UNLOADED);
                released.run();
            }
            case STOPPED -> {
                // takes no calls and keeps its name until it is unloaded again
            }
        }
        keep(report);
        return report;
    }

    /** The report of an unload that has ended is returned again, and kept once. */
    private void keep(UnloadReport report) {
        synchronized (reports) {
            if (reports.contains(report)) {
                return;
            }
            reports.addLast(report);
            if (reports.size() > KEPT_REPORTS) {
                reports.removeFirst();
            }
        }
    }
}
