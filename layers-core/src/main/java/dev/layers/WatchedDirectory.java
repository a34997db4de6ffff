package dev.layers;

import dev.layers.internal.watch.Receiver;
import dev.layers.internal.watch.Settled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what is loaded as a directory has it, when and as the policy says. */
final class WatchedDirectory implements Receiver {
    private final Path directory;
    private final WatchPolicy policy;
    private final ModuleRegistry registry;
    private final Deployment deployment;
    private final Deferrals deferrals;
    private final NextCalls nextCalls;
    private final Retries retries;
    private final Stuck stuck;
    private final CompletableFuture<DeploymentReport> first = new CompletableFuture<>();
    /** The digests of what was carried out, by the paths; what is not among them is read. */
    private final Map<Path, String> done = new ConcurrentHashMap<>();

    /** Which artifacts were not as they had been at rest when they were read last. */
    private final Set<String> restless = ConcurrentHashMap.newKeySet();

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Settled latest = new Settled(new TreeMap<>(), Set.of());
    /** Whether what is at rest has still to be made so, although nothing changes any more. */
    private volatile boolean isUnfinished;

    private volatile boolean isClosed;

    WatchedDirectory(Deployment deployment, Path directory, WatchPolicy policy) {
        this.directory = directory;
        this.policy = policy;
        this.registry = deployment.registry();
        this.deployment = deployment;
        this.deferrals =
                new Deferrals(announcer(), new Deferrals.Asking(policy.asking(), policy.quiet()), System::nanoTime);
        this.nextCalls = new NextCalls(registry::find, this::standing, this::reloadByCall);
        this.stuck = new Stuck(registry);
        this.retries = new Retries(policy.poll(), System::nanoTime);
    }

    /** Returns the report on the first time that anything was carried out. */
    CompletableFuture<DeploymentReport> first() {
        return first;
    }

    /** Returns the names of the modules that are reloaded by their next call. */
    List<String> waitingForCalls() {
        return nextCalls.armed();
    }

    /** Says what is to be changed. */
    DeploymentPlan pending() {
        Settled settled = latest;
        return deployment.plan(wanted(settled, path -> true), new AtRest(settled, registry.environment())::includes);
    }

    /** Changes it. */
    DeploymentReport applyPending() {
        DeploymentReport report = carryOut(latest, change -> true);
        renewOpen();
        return report;
    }

    @Override
    public Optional<Duration> receive(Settled settled) {
        latest = settled;
        if (isClosed) {
            return Optional.empty();
        }
        if (policy.mode() == WatchPolicy.Mode.MANUAL) {
            first.complete(new DeploymentReport(List.of(), List.of(), List.of()));
            return Optional.empty();
        }
        boolean isChanged = !settled.changed().isEmpty() || !first.isDone();
        if (isChanged || isUnfinished || deferrals.isDue() || retries.isDue()) {
            reconcile(settled);
        }
        nextCalls.renew();
        return next();
    }

    /** Should something unforeseen be thrown, it is tried again with the next turn. */
    private void reconcile(Settled settled) {
        isUnfinished = true;
        retries.begin();
        try {
            isUnfinished = !isWholeAfter(settled);
        } catch (LayerException busy) {
            isUnfinished = false;
            troubled(busy.getMessage() + "; it is tried again in " + Text.of(retries.failed()));
        }
    }

    /** Carries it out; returns whether all of it was found as it was at rest. */
    private boolean isWholeAfter(Settled settled) {
        first.complete(deferrals.during(() -> carryOut(settled, this::isAdmitted)));
        if (stuck.isMoved()) {
            deferrals.during(() -> carryOut(settled, this::isAdmitted));
        }
        return restless.isEmpty();
    }

    private boolean isAdmitted(Change change) {
        if (stuck.holds(change) || !deferrals.isNow(change)) {
            return false;
        }
        if (change.kind() == Change.Kind.RELOAD && policy.mode() == WatchPolicy.Mode.AT_NEXT_CALL) {
            nextCalls.leave(change);
            return false;
        }
        return true;
    }

    /** Returns {@code module} and all that stands on it. */
    private List<String> standing(String module) {
        return registry.find(module).isEmpty()
                ? List.of()
                : List.copyOf(Standings.all(registry.all(), List.of()).withDependents(List.of(module)));
    }

    /** Returns when something is due although nothing changes. */
    private Optional<Duration> next() {
        boolean isWaiting = isUnfinished || !nextCalls.all().isEmpty();
        Optional<Duration> look = isWaiting ? Optional.of(policy.poll()) : Optional.empty();
        return Stream.of(deferrals.next(), retries.next(), look)
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private DeploymentReport carryOut(Settled settled, Predicate<Change> admitted) {
        DeploymentReport report = carryOut(settled, path -> true, admitted);
        done.keySet().retainAll(settled.artifacts().keySet());
        stuck.forgetAllBut(settled.artifacts().keySet());
        if (report.failures().stream().anyMatch(failure -> failure.change().kind() == Change.Kind.UNLOAD)) {
            retries.failed();
        }
        return report;
    }

    /** What is read and is not as it was at rest is left, until it is at rest or as it was. */
    private DeploymentReport carryOut(Settled settled, Predicate<Path> mayHaveChanged, Predicate<Change> admitted) {
        AtRest atRest = new AtRest(settled, registry.environment());
        Set<String> moving = new HashSet<>();
        Set<String> left = new HashSet<>();
        underWay.incrementAndGet();
        try {
            DeploymentReport report = deployment.carryOut(
                    wanted(settled, mayHaveChanged), noting(moving, atRest::includes), noting(left, admitted));
            settled.artifacts().keySet().stream()
                    .filter(path -> mayHaveChanged.test(path) && !left.contains(path.toString()))
                    .forEach(path -> remember(path, settled, report));
            leave(settled, moving);
            return report;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static Predicate<Change> noting(Set<String> refused, Predicate<Change> test) {
        return change -> {
            boolean isPassed = test.test(change);
            if (!isPassed) {
                refused.add(change.source());
            }
            return isPassed;
        };
    }

    /** What is moving is read next time, though it may be back by then. */
    private void leave(Settled settled, Set<String> moving) {
        restless.clear();
        restless.addAll(moving);
        settled.artifacts().keySet().stream()
                .filter(path -> moving.contains(path.toString()))
                .forEach(done::remove);
    }

    /** What failed for another reason than its bytes is read and tried again, with the next change or after a while. */
    private void remember(Path path, Settled settled, DeploymentReport report) {
        List<DeploymentReport.Failure> failures = report.failures().stream()
                .filter(failure -> isOf(failure.change(), path))
                .toList();
        if (failures.isEmpty() || deployment.isKnownUnfit(path)) {
            done.put(path, settled.artifacts().get(path));
            stuck.forget(path.toString());
            return;
        }
        done.remove(path);
        if (deployment.isBusy(path)) {
            retries.failed();
        } else {
            failures.forEach(failure -> stuck.failed(failure.change()));
        }
    }

    private static boolean isOf(Change change, Path path) {
        return change.source().equals(path.toString());
    }

    private List<Wanted> wanted(Settled settled, Predicate<Path> mayHaveChanged) {
        return settled.artifacts().keySet().stream()
                .map(path -> {
                    Wanted wanted = Wanted.of(path, path.toString());
                    boolean isDone = Objects.equals(settled.artifacts().get(path), done.get(path));
                    return isDone || !mayHaveChanged.test(path) ? wanted.unchanged() : wanted;
                })
                .toList();
    }

    /** Runs on the thread of a call, which goes on whatever becomes of this; nothing is waited for that others do. */
    private void reloadByCall(String module) {
        if (!isClosed && underWay.get() == 0) {
            List<Change> changes = nextCalls.take(module);
            if (!changes.isEmpty()) {
                reloadNow(changes);
                // those of other modules may have been called meanwhile, and could do nothing
                renewOpen();
            }
        }
    }

    private void renewOpen() {
        if (!isClosed) {
            nextCalls.renew();
        }
    }

    private void reloadNow(List<Change> changes) {
        Set<String> modules = changes.stream().map(Change::module).collect(Collectors.toSet());
        Set<String> sources = changes.stream().map(Change::source).collect(Collectors.toSet());
        try {
            carryOut(latest, path -> sources.contains(path.toString()), other -> modules.contains(other.module()));
            changes.stream()
                    .filter(change -> restless.contains(change.source()))
                    .forEach(nextCalls::leave);
        } catch (LayerException | IllegalStateException failed) {
            changes.forEach(nextCalls::leave);
            modules.forEach(module -> troubled("'" + module + "' was not reloaded by a call: " + failed.getMessage()));
        }
    }

    @Override
    public void troubled(String reason) {
        announcer()
                .warn(
                        new LayerEvent.WatchTroubled(directory.toString(), reason),
                        "Directory '" + directory + "': " + reason);
    }

    @Override
    public void recovered() {
        announcer().announce(new LayerEvent.WatchRecovered(directory.toString()));
    }

    /** Carries out nothing any longer; what is loaded stays. */
    void close() {
        isClosed = true;
        nextCalls.end();
        first.cancel(false);
    }

    private Announcer announcer() {
        return registry.environment().announcer();
    }
}
