package dev.layers;

import dev.layers.internal.boundary.Border;
import dev.layers.internal.boundary.BorderTerms;
import dev.layers.internal.boundary.ContextLoaders;
import dev.layers.internal.drain.CallCensus;
import dev.layers.internal.drain.Drain;
import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.CrossingClasses;
import dev.layers.internal.reference.Entries;
import dev.layers.internal.reference.EntryTerms;
import dev.layers.internal.reference.Gate;
import dev.layers.internal.reference.Line;
import dev.layers.internal.reference.ReferenceShape;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.internal.reference.ServiceReference;
import dev.layers.internal.reference.Way;
import dev.layers.internal.thread.ManagedThreads;
import dev.layers.internal.thread.OwnThreads;
import dev.layers.internal.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How one generation is called, and what crosses to and from it; holds nothing of it once released. */
final class GenerationBoundary {
    private final ServiceContract contract;
    private final Line line;
    private final CrossingClasses ofModule;
    private final CrossingClasses ofHost;
    private final CallCensus census;
    private final OwnThreads ownThreads;
    private final Gate gate;
    private final Border border;
    private final EntryTerms terms;
    private volatile Entries entries;
    private volatile @Nullable Drain drain;

    GenerationBoundary(Environment environment, Line line, ManagedThreads threads, BoundaryWording wording) {
        ClassLoader loader = threads.context();
        this.contract = environment.contract();
        this.line = line;
        this.ofModule = line.takeCrossings();
        this.ofHost = environment.hostReferences();
        String entryLoader = wording.code() + " calls";
        this.census = new CallCensus(Set.of(entryLoader, ofModule.loaderName()));
        this.ownThreads = new OwnThreads(threads, census::isCurrentThreadInside);
        this.gate = new Gate(ownThreads::mayEnter);
        this.border = new Border(
                contract.boundary().crossing(), this::reference, wording, terms(environment, loader, wording.name()));
        this.terms = new EntryTerms(entryLoader, gate, border.inwardWay());
        this.entries = new Entries(terms, Map.of());
        contract.boundary().copies().awaitReady();
    }

    /** Makes the providers known, once they were created. */
    void provide(Map<ServiceKey, Object> providers) {
        entries = new Entries(terms, providers);
    }

    /** Returns the ways to its providers. */
    Entries entries() {
        return entries;
    }

    /** Makes each provider cross as the reference that the host has of it from an earlier generation. */
    void takeOver(Line line) {
        entries.services().forEach(key -> line.made(key).ifPresent(reference -> know(key, reference)));
    }

    /** Does so for {@code providers} that nobody can call yet. */
    void takeOver(Line line, Map<ServiceKey, Object> providers) {
        providers.forEach((key, provider) -> line.made(key).ifPresent(reference -> border.known(provider, reference)));
    }

    /** Makes the provider of {@code key} cross as {@code reference}, and that as the provider. */
    void know(ServiceKey key, ServiceReference reference) {
        entries.provider(key).ifPresent(provider -> border.known(provider, reference));
    }

    /** Returns what the module gets of a service of the host. */
    <S> S lend(Class<S> service) {
        S instance = contract.instance(service);
        return contract.boundary().isDirect(service) ? instance : border.lend(service, instance);
    }

    /** Lets no call in but from threads that are inside or its own, and looks who is inside. */
    Drain close() {
        gate.close();
        Drain begun = census.begin();
        drain = begun;
        return begun;
    }

    /** Waits until no completion of a stage runs in the module, and lets none begin then; returns whether that came in time. */
    boolean shut(Deadline deadline) {
        return border.shut(deadline);
    }

    /** Returns the platform threads whose calls did not end in the last drain. */
    List<Thread> callers() {
        Drain last = drain;
        return last == null
                ? List.of()
                : last.callers().stream()
                        .flatMap(caller -> caller.thread().stream())
                        .toList();
    }

    /** Takes calls again, and completions; returns what was not completed meanwhile, to be run as its own. */
    List<Runnable> reopen() {
        gate.reopen();
        return border.reopen();
    }

    /** Returns whether the current thread is inside a call, which nobody could wait for on it. */
    boolean isCurrentThreadInside() {
        return census.isCurrentThreadInside();
    }

    /** Returns what says whether a call of the current thread gets in at the closed gate: from inside, or on an own thread. */
    BooleanSupplier mayEnter() {
        return ownThreads::mayEnter;
    }

    /** Returns {@code code} of the generation, which may call it at the closed gate while it runs. */
    <T> Callable<T> asOwn(Callable<T> code) {
        return ownThreads.running(code);
    }

    /** Returns whether calls left something behind that must be ended. */
    boolean isLeftBehind() {
        return border.isLeftBehind();
    }

    /** Ends stages, streams and subscriptions that calls left behind, which may run code of the module; returns what failed. */
    List<String> end() {
        return border.end();
    }

    /** Cuts every reference, once; returns what failed, a sentence each. */
    List<String> release() {
        ownThreads.forget();
        entries.release();
        line.giveBack(ofModule);
        List<String> failures = border.release();
        contract.boundary().copies().forgetClasses();
        return failures;
    }

    private BorderTerms terms(Environment environment, ClassLoader loader, String name) {
        return new BorderTerms(
                name,
                gate::isOpen,
                contract.boundary().strictness(),
                contract.boundary().lateCalls(),
                new ContextLoaders(
                        contract.boundary().isSettingContextLoader() ? loader : null,
                        loader,
                        environment.contextLoader()));
    }

    private Crossing reference(ReferenceShape shape, Way way, Object target, String text) {
        CrossingClasses classes = way.equals(border.inwardWay()) ? ofModule : ofHost;
        return classes.maker(shape).make(way, target, text);
    }
}
