package dev.layers;

import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.PreflightReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be done with the modules of one manager. */
final class ModuleRegistry {
    private final Environment environment;
    private final ModuleNames names = new ModuleNames();
    private final Changeovers changeovers;
    private final Departures departures;

    ModuleRegistry(Environment environment) {
        this.environment = environment;
        this.changeovers = new Changeovers(environment, names);
        this.departures = new Departures(environment, names, changeovers);
    }

    Environment environment() {
        return environment;
    }

    LiveModule load(Source source) {
        names.requireOpen();
        return environment.startThreads().ahead(() -> {
            Draft draft = Draft.read(environment, source);
            try (Crew crew = crew()) {
                return changeovers.load(draft, crew).tell().orThrow().loaded().get(0);
            }
        });
    }

    /** Says what a load of {@code source} would find. */
    PreflightReport check(Source source) {
        return environment
                .linked(source)
                .map(search -> search.check(names::holder))
                .orElseGet(() -> Preflight.check(environment, source, names, names::holder));
    }

    Optional<LiveModule> find(String name) {
        return names.module(name);
    }

    List<LiveModule> all() {
        return names.all();
    }

    /** Returns the references of all modules whose names pass, as a list that follows what happens to them. */
    <S> List<S> services(Class<S> service, Predicate<String> wanted) {
        environment.contract().requireProvided(service);
        return new FollowingList<>(() -> all().stream()
                .filter(module -> wanted.test(module.name()))
                .flatMap(module -> module.references().present(service).stream())
                .toList());
    }

    /** Reloads {@code module} and what stands on it, unless nothing is loaded any longer. */
    UnloadReport reload(LiveModule module) {
        names.requireOpen();
        names.modules(names.withDependents(List.of(module.name()))).forEach(LiveModule::checkBound);
        return environment.judge().expecting(() -> reloadNow(module));
    }

    private UnloadReport reloadNow(LiveModule module) {
        try (Crew crew = crew()) {
            Changed changed =
                    changeovers.reload(module, () -> draft(module), crew).tell().orThrow();
            return Stream.concat(module.reports().stream(), changed.unloads(module.name()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    private Draft draft(LiveModule module) {
        module.requireReloadable();
        Generation serving = module.served().generation();
        Draft draft = Draft.read(environment, serving.source());
        if (!draft.module().equals(module.name())) {
            ReloadRefusedException refused =
                    ModuleWording.otherModule(serving.source(), serving.name(), draft.module());
            environment.announcer().announceFailure(draft.origin(), refused);
            throw refused;
        }
        return draft;
    }

    /** Throws if everything is being unloaded. */
    void requireOpen() {
        names.requireOpen();
    }

    /** Changes several modules: what belongs together all or not at all, and what does not side by side. */
    List<Outcome> deploy(Batch batch) {
        names.requireOpen();
        return new Rollout(environment, names, changeovers, departures).run(batch);
    }

    /** Brings back what can stand on one of {@code loaded}, which have come, and went without so far. */
    List<Outcome> takeUp(List<String> loaded) {
        return environment
                .judge()
                .expecting(() -> departures.takeUp(
                        names.all().stream().map(LiveModule::name).toList(), loaded));
    }

    /** Unloads {@code module}; its name is free when that was not refused. */
    UnloadReport unload(LiveModule module, UnloadReason reason) {
        return environment.judge().expecting(() -> departures.unload(module, reason));
    }

    /** Unloads {@code module} after all that stands on it; what can do without comes back without. */
    List<UnloadReport> unloadWithDependents(LiveModule module) {
        return environment.judge().expecting(() -> departures.withDependents(module));
    }

    /** Unloads everything, last loaded first; what fails for one is thrown when all were tried. */
    List<UnloadReport> unloadAll(UnloadReason reason) {
        return environment.judge().expecting(() -> departures.all(reason));
    }

    /** Unloads everything, waits for the verdicts it may request, and takes no more; what is left can be tried again. */
    void close() {
        names.shut();
        try {
            List<UnloadReport> reports = unloadAll(UnloadReason.SHUTDOWN);
            if (environment.judge().isRequesting()) {
                await(reports, environment.judge().limit());
            }
        } finally {
            environment.judge().close();
        }
    }

    private Crew crew() {
        return new Crew("layers load", environment.contextLoader());
    }

    /** Each watch ends by itself within the limit; a second more lets the last one say so. */
    private static void await(Collection<UnloadReport> reports, Duration limit) {
        long millis = Deadline.in(limit).remaining().toMillis() + 1000;
        CompletableFuture.allOf(reports.stream().map(UnloadReport::verdict).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }
}
