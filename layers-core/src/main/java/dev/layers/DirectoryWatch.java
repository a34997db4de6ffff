package dev.layers;

import dev.layers.internal.time.Deadline;
import dev.layers.internal.watch.Receiver;
import dev.layers.internal.watch.Standing;
import dev.layers.internal.watch.Terms;
import dev.layers.internal.watch.Watcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A directory whose artifacts are the modules of a manager: what is put there is loaded, what is changed is reloaded, what is
 * removed is unloaded. Its methods may be called from any thread.
 *
 * <p>Every jar, exploded directory and directory of jars in it is an artifact, unless it is hidden or unfinished by its name
 * ({@code .x}, {@code x~}, {@code x.tmp}, {@code x.part}). Something changed when its bytes did: the file system's notices
 * and times only say where to look. A change is taken when nothing was written to the artifact for the quiet period, and
 * together with the others when the whole directory is at rest; it waits ten quiet periods for that at the most, and what
 * was removed a minute. Where bytes change for longer than a minute without a pause, that is told as
 * {@link LayerEvent.WatchTroubled}.
 *
 * <p>While the directory is missing or cannot be read, and while another one in its place is empty, nothing is unloaded;
 * that is told by {@link LayerEvent.WatchTroubled} and, when it is over, by {@link LayerEvent.WatchRecovered}. What differs
 * by then counts. An artifact that could not be loaded is tried again when its bytes change or, unless its own code
 * failed, when another module is loaded, which it may have waited for; what was busy, after a while.
 *
 * <p>Changes are made one after another on one thread, so those of other modules wait for an operation at most until the
 * deadlines of that operation; nothing that happens meanwhile is lost.
 *
 * <p>A watch ends with {@link #close()}, with its manager, or when neither it nor its manager can be reached any longer.
 *
 * @since 0.1
 */
public final class DirectoryWatch implements AutoCloseable {
    /** How long an artifact may go on changing before that is told. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Who watches a directory keeps the manager; its thread does not. */
    private final LayerManager manager;

    private final Path directory;
    private final WatchPolicy policy;
    private final Deployment deployment;
    private final WatchedDirectory watched;
    private final Watcher watcher;
    private final Duration patience;
    private volatile boolean isClosed;

    private DirectoryWatch(LayerManager manager, Start start) {
        this.manager = manager;
        this.directory = start.directory();
        this.policy = start.policy();
        this.patience = start.registry().environment().policies().unload().total();
        this.deployment = start.deployment();
        this.watched = new WatchedDirectory(deployment, directory, policy);
        deployment.begin(watched);
        this.watcher = start.watcher(watched);
    }

    /** What a watch is begun with. */
    record Start(Deployment deployment, Path directory, WatchPolicy policy, Watcher.Life life) {
        ModuleRegistry registry() {
            return deployment.registry();
        }

        Terms terms() {
            return new Terms(
                    policy.quiet(),
                    policy.poll(),
                    LONGEST,
                    AtRest.bounds(registry().environment()));
        }

        /** What is linked is wanted whatever the directory has, and whether or not it exists. */
        Watcher watcher(Receiver receiver) {
            return registry()
                    .environment()
                    .linked()
                    .map(modules -> Watcher.ofFixed(LinkedWanted.artifacts(modules), "linked modules", receiver, life))
                    .orElseGet(() -> Watcher.start(directory, terms(), receiver, life));
        }
    }

    static DirectoryWatch begin(LayerManager manager, Start start) {
        return new DirectoryWatch(manager, start);
    }

    /**
     * Returns what is watched.
     *
     * @return the absolute path of the directory
     */
    public Path directory() {
        return directory;
    }

    /**
     * Returns the manager whose modules these are.
     *
     * @return the manager
     */
    public LayerManager manager() {
        return manager;
    }

    /**
     * Returns what becomes of the artifacts that lay in the directory at the beginning.
     *
     * @return completed with the report when they have been loaded, or that was tried; under {@link WatchPolicy.Mode#MANUAL} with
     *     an empty one when they have been found; cancelled when the watch ends before
     */
    public CompletableFuture<DeploymentReport> first() {
        CompletableFuture<DeploymentReport> first = new CompletableFuture<>();
        // a copy would be completed with the cancellation, and not be cancelled
        CompletableFuture<DeploymentReport> unused = watched.first().whenComplete((report, ended) -> {
            if (ended == null) {
                first.complete(report);
            } else {
                first.cancel(false);
            }
        });
        return first;
    }

    /**
     * Returns what would be changed now, as far as the directory is at rest.
     *
     * @return the plan; nothing is carried out
     * @throws ModuleBusyException if a change is being made that does not end in time
     * @throws IllegalStateException if the watch is closed
     */
    public DeploymentPlan pending() {
        requireOpen();
        return watched.pending();
    }

    /**
     * Makes the changes that {@link #pending()} tells, whatever the mode is; nobody is asked.
     *
     * @return what was done
     * @throws ModuleBusyException if a change is being made that does not end in time
     * @throws IllegalStateException if the watch or the manager is closed
     */
    public DeploymentReport applyPending() {
        requireOpen();
        return watched.applyPending();
    }

    /**
     * Returns how it stands.
     *
     * @return the state
     */
    public WatchState state() {
        if (isClosed) {
            return WatchState.CLOSED;
        }
        return watcher.standing().trouble().isPresent() ? WatchState.TROUBLED : WatchState.WATCHING;
    }

    /**
     * Returns what is watched, how, and what is waited for, for people.
     *
     * @return a line of text for each
     */
    public String text() {
        Standing standing = watcher.standing();
        StringBuilder text = new StringBuilder("Directory '" + directory + "': " + state() + ", " + policy.mode());
        text.append("\n  ").append(standing.means());
        if (deployment.registry().environment().linked().isEmpty()) {
            text.append(", looked at every ").append(Text.of(policy.poll()));
        }
        text.append("\n  ")
                .append(standing.artifacts())
                .append(standing.artifacts() == 1 ? " artifact at rest" : " artifacts at rest");
        standing.trouble().ifPresent(trouble -> text.append("\n  trouble: ").append(trouble));
        if (!standing.restless().isEmpty()) {
            text.append("\n  being changed: ").append(names(standing.restless()));
        }
        List<String> calls = watched.waitingForCalls();
        if (!calls.isEmpty()) {
            text.append("\n  reloaded by the next call: ").append(String.join(", ", calls));
        }
        return text.toString();
    }

    private static String names(List<Path> paths) {
        return paths.stream().map(path -> "'" + path.getFileName() + "'").collect(Collectors.joining(", "));
    }

    /**
     * Ends the watch; what is loaded stays. Waits until an operation that is under way has come to its end, as long as one
     * may take at the most, unless it is called by a listener of that operation. If already closed, this has no effect.
     */
    @Override
    public void close() {
        isClosed = true;
        watched.close();
        deployment.end(watched);
        watcher.close(Deadline.in(patience));
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException(
                    "Directory '" + directory + "': its watch is closed; watch it again with LayerManager.watch");
        }
    }

    @Override
    public String toString() {
        return "watch of " + directory + " (" + state() + ")";
    }
}
