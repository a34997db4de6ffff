package dev.layers;

import dev.layers.module.UnloadReason;
import dev.layers.preflight.PreflightReport;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private final Handles handles;
    private final Cleaner.Cleanable drop;

    private LayerManager(Builder builder) {
        Environment environment =
                Environment.of(builder.name, builder.contract, builder.policies(), new Announcer(builder.listeners));
        this.registry = new ModuleRegistry(environment);
        this.handles = new Handles(builder.name, registry);
        this.drop = handles.register(this);
    }

    /**
     * Returns a builder of a manager whose modules are bound to {@code contract}.
     *
     * @param contract what modules provide and use
     * @return a new builder
     */
    public static Builder builder(ServiceContract contract) {
        return new Builder(contract);
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
        try {
            return handles.of(registry.load(new Source(options, artifact, List.of(libraries))));
        } finally {
            // a manager that nobody asks again is not dropped before its load has ended
            Reference.reachabilityFence(this);
        }
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
     * Unloads every module, last loaded first.
     *
     * @return a report for each; those that were refused are still loaded
     * @throws ModuleBusyException if another operation on a module does not end in time; the others are unloaded
     */
    public List<UnloadReport> unloadAll() {
        return registry.unloadAll(UnloadReason.UNLOAD);
    }

    /**
     * Unloads every module, last loaded first, with reason {@link UnloadReason#SHUTDOWN}, waits for the verdicts on
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
        try {
            registry.close();
        } finally {
            drop.clean();
        }
    }

    /**
     * Builds managers; not for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ServiceContract contract;
        private final List<Consumer<? super LayerEvent>> listeners = new ArrayList<>();
        private String name = "layers";
        private ArtifactPolicy artifactPolicy = ArtifactPolicy.standard();
        private TrustPolicy trustPolicy = TrustPolicy.anything();
        private UnloadPolicy unloadPolicy = UnloadPolicy.standard();
        private CollectionPolicy collectionPolicy = CollectionPolicy.passive();
        private ExplanationPolicy explanationPolicy = ExplanationPolicy.none();
        private GenerationPolicy generationPolicy = GenerationPolicy.standard();

        private Builder(ServiceContract contract) {
            this.contract = Objects.requireNonNull(contract, "contract");
        }

        /**
         * Names the manager in the names of its threads and in what it reports of itself.
         *
         * @param name any text, {@code layers} if not given
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets how large artifacts may be and when they count as written.
         *
         * @param policy the policy, {@link ArtifactPolicy#standard()} if not given
         * @return this builder
         */
        public Builder reading(ArtifactPolicy policy) {
            this.artifactPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets which artifacts may be loaded.
         *
         * @param policy the policy, {@link TrustPolicy#anything()} if not given
         * @return this builder
         */
        public Builder trusting(TrustPolicy policy) {
            this.trustPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets how unloads wait.
         *
         * @param policy the policy, {@link UnloadPolicy#standard()} if not given
         * @return this builder
         */
        public Builder unloading(UnloadPolicy policy) {
            this.unloadPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets how verdicts are reached.
         *
         * @param policy the policy, {@link CollectionPolicy#passive()} if not given
         * @return this builder
         */
        public Builder collecting(CollectionPolicy policy) {
            this.collectionPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets whether it is looked up what holds a generation that outlived collections.
         *
         * @param policy the policy, {@link ExplanationPolicy#none()} if not given
         * @return this builder
         */
        public Builder explaining(ExplanationPolicy policy) {
            this.explanationPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets how many unloaded generations of a module may be uncollected.
         *
         * @param policy the policy, {@link GenerationPolicy#standard()} if not given
         * @return this builder
         */
        public Builder bounding(GenerationPolicy policy) {
            this.generationPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Adds a listener. It is called on the thread of whatever happens, so it should return soon; what it throws is
         * logged.
         *
         * @param listener what to tell
         * @return this builder
         */
        public Builder listener(Consumer<? super LayerEvent> listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Returns the manager.
         *
         * @return a manager without modules
         */
        public LayerManager build() {
            return new LayerManager(this);
        }

        private Policies policies() {
            return new Policies(
                    artifactPolicy, trustPolicy, unloadPolicy, collectionPolicy, explanationPolicy, generationPolicy);
        }
    }
}
