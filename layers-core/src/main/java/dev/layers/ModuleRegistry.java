package dev.layers;

import dev.layers.internal.reference.Line;
import dev.layers.internal.time.Deadline;
import dev.layers.module.UnloadReason;
import dev.layers.preflight.PreflightReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The modules of one manager by name: one that loads has claimed its name, one that is loaded holds it. */
final class ModuleRegistry {
    private final Environment environment;
    private final GenerationNumbers numbers = new GenerationNumbers();
    /** In the order of loading; guarded by this, like the flag. A name that is only claimed maps to empty. */
    private final Map<String, Optional<LiveModule>> modules = new LinkedHashMap<>();

    private boolean closed;

    ModuleRegistry(Environment environment) {
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    LiveModule load(Source source) {
        requireOpen();
        Preparation preparation = Preflight.pass(environment, source);
        try {
            return claimAndLoad(preparation);
        } catch (LayerException failed) {
            environment.announcer().announceFailure(preparation.origin(), failed);
            throw failed;
        }
    }

    /** Says what a load of {@code source} would find. */
    PreflightReport check(Source source) {
        return Preflight.check(environment, source, this::holder);
    }

    synchronized Optional<LiveModule> find(String name) {
        return modules.getOrDefault(name, Optional.empty());
    }

    synchronized List<LiveModule> all() {
        return modules.values().stream().flatMap(Optional::stream).toList();
    }

    /** Returns the references of all modules whose names pass, as a list that follows what happens to them. */
    <S> List<S> services(Class<S> service, Predicate<String> names) {
        environment.contract().requireProvided(service);
        return new FollowingList<>(() -> all().stream()
                .filter(module -> names.test(module.name()))
                .flatMap(module -> module.present(service).stream())
                .toList());
    }

    /** Unloads {@code module}; its name is free when that was not refused. */
    UnloadReport unload(LiveModule module, UnloadReason reason) {
        return environment.judge().expecting(() -> module.unload(reason, () -> remove(module)));
    }

    /** Reloads {@code module}, unless nothing is loaded any longer. */
    UnloadReport reload(LiveModule module) {
        requireOpen();
        module.checkBound();
        return environment.judge().expecting(module::reload);
    }

    /** Unloads everything, last loaded first; what fails for one is thrown when all were tried. */
    List<UnloadReport> unloadAll(UnloadReason reason) {
        return environment.judge().expecting(() -> unloadEach(reason));
    }

    private List<UnloadReport> unloadEach(UnloadReason reason) {
        List<UnloadReport> reports = new ArrayList<>();
        List<LiveModule> order = new ArrayList<>(all());
        Collections.reverse(order);
        LayerException failure = null;
        for (LiveModule module : order) {
            try {
                reports.add(unload(module, reason));
            } catch (LayerException busy) {
                failure = busy;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return reports;
    }

    /** Unloads everything, waits for the verdicts it may request, and takes no more; what is left can be tried again. */
    void close() {
        shut();
        try {
            List<UnloadReport> reports = unloadAll(UnloadReason.SHUTDOWN);
            if (environment.judge().isRequesting()) {
                await(reports, environment.judge().limit());
            }
        } finally {
            environment.judge().close();
        }
    }

    private LiveModule claimAndLoad(Preparation preparation) {
        Deadline clock = Deadline.in(Duration.ZERO);
        claim(preparation.module(), preparation.source());
        LiveModule loaded = null;
        boolean settled = false;
        try {
            environment.bound().check(preparation.module(), preparation.source().artifact());
            GenerationName name = numbers.next(preparation.module());
            Line line = environment.line(preparation.module());
            Generation first = new Loading(environment, preparation, name, line).run(UnloadReason.UNLOAD);
            loaded = new LiveModule(environment, numbers, line, first);
        } finally {
            settled = settle(preparation.module(), loaded);
        }
        if (!settled) {
            loaded.unload(UnloadReason.SHUTDOWN, () -> {});
            throw closed();
        }
        announceLoaded(loaded.status(), clock.elapsed());
        return loaded;
    }

    private void announceLoaded(ModuleStatus status, Duration took) {
        environment.announcer().announce(new LayerEvent.Loaded(status.generation(), status.origin(), took));
    }

    private synchronized void claim(String name, Source source) {
        requireOpen();
        holder(name).ifPresent(found -> {
            throw new ModuleNameTakenException("Module '" + name + "' from " + source.artifact() + ": " + found
                    + "; reload that one, or unload it first");
        });
        modules.put(name, Optional.empty());
    }

    /** Says who holds a name. */
    private synchronized Optional<String> holder(String name) {
        Optional<LiveModule> other = modules.get(name);
        return other == null
                ? Optional.empty()
                : Optional.of(other.map(module -> "'" + module.status().generation() + "' from "
                                + module.status().origin().artifact() + " is loaded")
                        .orElse("another load of it is under way"));
    }

    /** Turns the claim into the module, or gives it back; returns whether the module may stay. */
    private synchronized boolean settle(String name, @Nullable LiveModule loaded) {
        if (loaded == null || closed) {
            modules.remove(name);
            return false;
        }
        modules.put(name, Optional.of(loaded));
        return true;
    }

    private synchronized void remove(LiveModule module) {
        modules.remove(module.name(), Optional.of(module));
    }

    private synchronized void shut() {
        closed = true;
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw closed();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("The manager is closed and loads nothing more; build another");
    }

    /** Each watch ends by itself within the limit; a second more lets the last one say so. */
    private static void await(Collection<UnloadReport> reports, Duration limit) {
        long millis = Deadline.in(limit).remaining().toMillis() + 1000;
        CompletableFuture.allOf(reports.stream().map(UnloadReport::verdict).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }
}
