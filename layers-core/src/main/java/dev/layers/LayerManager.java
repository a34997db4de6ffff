package dev.layers;

import dev.layers.module.UnloadReason;
import dev.layers.preflight.PreflightReport;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Loads modules into layers of their own, swaps them and unloads them. All methods may be called from any thread.
 *
 * <p>A manager that becomes unreachable without having been closed is reported as a {@link LayerEvent.Dropped} and as a
 * warning in the log; the handle of a module that was not unloaded, as an event alone.
 *
 * @since 0.1
 */
public final class LayerManager implements AutoCloseable {
    private final ModuleRegistry registry;
    private final ManagerMode mode;
    private final Deployments deployments;
    private final Handles handles;
    private final Cleaner.Cleanable drop;
    private final Watches watches;

    LayerManager(LayerManagerBuilder builder) {
        Environment environment = builder.environment();
        this.mode = environment.linked().isPresent() ? ManagerMode.LINKED : ManagerMode.LAYERED;
        this.registry = new ModuleRegistry(environment);
        this.deployments = new Deployments(registry);
        this.handles = new Handles(builder.name(), registry);
        this.drop = handles.register(this);
        this.watches = new Watches(builder.name());
    }

    /**
     * Returns a builder of a manager whose modules are bound to {@code contract}.
     *
     * @param contract what modules provide and use
     * @return a new builder
     */
    public static LayerManagerBuilder builder(ServiceContract contract) {
        return new LayerManagerBuilder(contract, ManagerMode.LAYERED);
    }

    /**
     * Returns a builder of a manager whose modules the host was started with, for production: on its module path, as in an
     * image made by {@code jlink}, or on its class path. The same code of the host runs with the one and the other manager;
     * the system property {@code dev.layers.mode}, {@code layered} or {@code linked}, chooses for both.
     *
     * <p>Which modules those are, and what is different, tells {@link ManagerMode#LINKED}.
     *
     * @param contract what modules provide and use
     * @return a new builder
     */
    public static LayerManagerBuilder linked(ServiceContract contract) {
        return new LayerManagerBuilder(contract, ManagerMode.LINKED);
    }

    /**
     * Returns where the modules of this manager are.
     *
     * @return the mode that its builder was made for, or the one that the system property {@code dev.layers.mode} named
     *     when it was built
     */
    public ManagerMode mode() {
        return mode;
    }

    /**
     * Loads a module: reads it whole, resolves and defines it in a layer of its own, creates its providers, runs its
     * start hooks. When this returns, the artifact may be changed or deleted.
     *
     * @param artifact a modular jar, a jar with {@code META-INF/services}, an exploded directory of either, or a
     *     directory of jars, of which one provides services and the others are its private libraries
     * @param libraries further private libraries: jars, exploded directories, or directories of jars
     * @return the handle of the module
     * @throws PreflightException if it is refused before any code of it has run
     * @throws ProviderMissingException if the JDK finds none of the providers that it names
     * @throws ModuleNameTakenException if a module of that name is loaded
     * @throws TooManyGenerationsException if the {@link GenerationPolicy} refuses it
     * @throws ProviderCreationException if one of its providers cannot be created
     * @throws ModuleStartException if one of its start hooks fails or does not end in time
     * @throws IllegalStateException if the manager is closed
     */
    public LoadedModule load(Path artifact, Path... libraries) {
        return load(LoadOptions.standard(), artifact, libraries);
    }

    /**
     * Loads a module as {@link #load(Path, Path...)} does, with options.
     *
     * @param options how it is loaded, and at every reload again
     * @param artifact what to load
     * @param libraries further private libraries
     * @return the handle of the module
     * @throws LayerException as there
     * @throws IllegalStateException if the manager is closed
     */
    public LoadedModule load(LoadOptions options, Path artifact, Path... libraries) {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(artifact, "artifact");
        return held(() -> handles.loaded(registry.load(new Source(options, artifact, List.of(libraries)))));
    }

    /**
     * Loads the modules of a directory, which is one deployment: each jar, exploded directory and directory of jars in it
     * is a module, and those that require others of them get their layers as parents. They are loaded in the order of
     * what they require, independent ones side by side; one that fails does not stop others, but those that require it.
     *
     * <p>Hidden and unfinished files are left alone, by their names ({@code .x}, {@code x~}, {@code x.tmp}, {@code
     * x.part}), and so is whatever is no artifact. When it is asked for again, a module whose bytes changed is reloaded,
     * one whose artifact is gone is unloaded, and one whose artifact cannot be read now serves on. Modules that were
     * loaded otherwise are left alone.
     *
     * @param directory the directory
     * @return what was done, and what was not
     * @throws DeploymentRefusedException if the directory is missing or cannot be read; nothing is changed then
     * @throws ModuleBusyException if another deployment of the directory does not end in time
     * @throws IllegalStateException if the manager is closed
     */
    public DeploymentReport loadAll(Path directory) {
        Objects.requireNonNull(directory, "directory");
        return held(() -> deployments.loadAll(directory));
    }

    /**
     * Makes the modules of this manager as a file wants them: loads what is missing, reloads what has other bytes or
     * options, unloads what an earlier call loaded and the file does not name any longer. Applying the same file again
     * changes nothing. A module that fails leaves what served before serving, and does not stop others.
     *
     * <p>Modules that were loaded otherwise are left alone. One that the file names is kept if it has the wanted bytes,
     * and refused if not.
     *
     * <p>What stands in the file is described in {@link dev.layers}. It may be replaced or rewritten at any time: one that
     * was written less than the {@linkplain ArtifactPolicy#quiet() quiet period} ago is read when it is at rest, and refused
     * if it does not come to rest within two of them.
     *
     * @param file the file
     * @return what was done, and what was not
     * @throws DeploymentRefusedException if the file is missing, does not come to rest, or does not say what is wanted;
     *     nothing is changed then
     * @throws ModuleBusyException if another call with a file does not end in time
     * @throws IllegalStateException if the manager is closed
     */
    public DeploymentReport apply(Path file) {
        Objects.requireNonNull(file, "file");
        return held(() -> deployments.apply(file));
    }

    /**
     * Says what {@link #apply} would do now, and does none of it. Artifacts are read and checked as they are then, and no
     * code of a module is run. What only running it can tell, such as a start hook that fails, is not foreseen. Nothing
     * is remembered: {@code apply} reads everything again.
     *
     * @param file the file
     * @return the plan
     * @throws DeploymentRefusedException if the file is missing, does not come to rest, or does not say what is wanted
     * @throws ModuleBusyException if another call with a file does not end in time
     */
    public DeploymentPlan plan(Path file) {
        return deployments.plan(Objects.requireNonNull(file, "file"));
    }

    /**
     * Checks what {@link #load} checks before any code of a module runs, and more, and loads nothing; also when the manager
     * is closed.
     *
     * @param artifact what would be loaded
     * @param libraries further private libraries
     * @return all that was found
     */
    public PreflightReport check(Path artifact, Path... libraries) {
        Objects.requireNonNull(artifact, "artifact");
        return registry.check(new Source(LoadOptions.standard(), artifact, List.of(libraries)));
    }

    /**
     * Watches a directory with {@link WatchPolicy#standard()}: loads what lies there, and follows what happens to it.
     *
     * @param directory the directory; it may come later
     * @return the watch
     * @throws IllegalStateException if the manager is closed, or has a watch of the directory that is not
     */
    public DirectoryWatch watch(Path directory) {
        return watch(directory, WatchPolicy.standard());
    }

    /**
     * Watches a directory. It is one deployment with what {@link #loadAll} and earlier watches loaded of it, by whatever
     * name the directory was called.
     *
     * @param directory the directory; it may come later
     * @param policy how it is watched, and what is done when something in it changes
     * @return the watch, which begins at once on a thread of its own
     * @throws IllegalStateException if the manager is closed, or has a watch of the directory that is not
     */
    public DirectoryWatch watch(Path directory, WatchPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        Path absolute = directory.toAbsolutePath();
        WeakReference<LayerManager> itself = new WeakReference<>(this);
        return watches.add(DirectoryWatch.begin(
                this,
                new DirectoryWatch.Start(
                        deployments.of(absolute), absolute, policy, watches.life(() -> !itself.refersTo(null)))));
    }

    /**
     * Returns the module that is loaded under {@code name}.
     *
     * @param name the name in its descriptor
     * @return the handle, or empty if there is none
     */
    public Optional<LoadedModule> module(String name) {
        return registry.find(Objects.requireNonNull(name, "name")).map(handles::of);
    }

    /**
     * Returns the modules that are loaded.
     *
     * @return handles in the order of loading
     */
    public List<LoadedModule> modules() {
        return registry.all().stream().map(handles::of).toList();
    }

    /**
     * Returns all providers of {@code service} in all modules.
     *
     * @param <S> the type of the service
     * @param service an interface that the contract provides
     * @return references in the order of loading, those of one module in the order of its descriptor; a list that follows
     *     loads, reloads and unloads, unmodifiable
     * @throws IllegalArgumentException if the contract does not provide {@code service}
     */
    public <S> List<S> services(Class<S> service) {
        return services(service, name -> true);
    }

    /**
     * Returns all providers of {@code service} in some modules.
     *
     * @param <S> the type of the service
     * @param service an interface that the contract provides
     * @param modules which modules, by name; asked whenever somebody looks at the list
     * @return references in the order of loading, those of one module in the order of its descriptor; a list that follows
     *     loads, reloads and unloads, unmodifiable
     * @throws IllegalArgumentException if the contract does not provide {@code service}
     */
    public <S> List<S> services(Class<S> service, Predicate<String> modules) {
        Objects.requireNonNull(modules, "modules");
        return registry.services(Objects.requireNonNull(service, "service"), modules);
    }

    /**
     * Unloads every module, last loaded first, but each before what it stands on.
     *
     * @return a report for each; those that were refused are still loaded, and so is what they stand on
     * @throws ModuleBusyException if another operation on a module does not end in time; the others are unloaded
     */
    public List<UnloadReport> unloadAll() {
        return registry.unloadAll(UnloadReason.UNLOAD);
    }

    /**
     * Ends every watch, unloads every module, last loaded first, with reason {@link UnloadReason#SHUTDOWN}, waits for the verdicts on
     * them if the manager requests collections, and loads nothing more. Calls that do not end in time refuse nothing any
     * longer: the unload goes on beside them and the report names them. All other verdicts that are pending, and all later
     * ones, are {@link Verdict.Unconfirmed}, or {@link Verdict.Retained} without explanation where that was all that was
     * pending. If already closed, this has no effect.
     *
     * @throws ModuleBusyException if another operation on a module does not end in time; the other modules are unloaded,
     *     and closing can be tried again
     */
    @Override
    public void close() {
        handles.close();
        watches.close();
        try {
            registry.close();
        } finally {
            drop.clean();
        }
    }

    /** A manager that nobody asks again is not dropped before its load has ended. */
    private <T> T held(Supplier<T> load) {
        try {
            return load.get();
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
