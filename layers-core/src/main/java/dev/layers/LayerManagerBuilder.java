package dev.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Builds managers; not for use by several threads.
 *
 * @since 0.1
 */
public final class LayerManagerBuilder {
    private final ServiceContract contract;
    private final ManagerMode mode;
    private final List<Consumer<? super LayerEvent>> listeners = new ArrayList<>();
    private String name = "layers";
    private ArtifactPolicy artifactPolicy = ArtifactPolicy.standard();
    private TrustPolicy trustPolicy = TrustPolicy.anything();
    private UnloadPolicy unloadPolicy = UnloadPolicy.standard();
    private CollectionPolicy collectionPolicy = CollectionPolicy.passive();
    private ExplanationPolicy explanationPolicy = ExplanationPolicy.none();
    private GenerationPolicy generationPolicy = GenerationPolicy.standard();
    private ReloadPolicy reloadPolicy = ReloadPolicy.standard();

    /** Builds managers in {@code mode}, unless the system property names another. */
    LayerManagerBuilder(ServiceContract contract, ManagerMode mode) {
        this.contract = Objects.requireNonNull(contract, "contract");
        this.mode = mode;
    }

    /**
     * Names the manager in the names of its threads and in what it reports of itself.
     *
     * @param name any text, {@code layers} if not given
     * @return this builder
     */
    public LayerManagerBuilder name(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Sets how large artifacts may be and when they count as written.
     *
     * @param policy the policy, {@link ArtifactPolicy#standard()} if not given
     * @return this builder
     */
    public LayerManagerBuilder reading(ArtifactPolicy policy) {
        this.artifactPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets which artifacts may be loaded.
     *
     * @param policy the policy, {@link TrustPolicy#anything()} if not given
     * @return this builder
     */
    public LayerManagerBuilder trusting(TrustPolicy policy) {
        this.trustPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how unloads wait.
     *
     * @param policy the policy, {@link UnloadPolicy#standard()} if not given
     * @return this builder
     */
    public LayerManagerBuilder unloading(UnloadPolicy policy) {
        this.unloadPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how verdicts are reached.
     *
     * @param policy the policy, {@link CollectionPolicy#passive()} if not given
     * @return this builder
     */
    public LayerManagerBuilder collecting(CollectionPolicy policy) {
        this.collectionPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets whether it is looked up what holds a generation that outlived collections.
     *
     * @param policy the policy, {@link ExplanationPolicy#none()} if not given
     * @return this builder
     */
    public LayerManagerBuilder explaining(ExplanationPolicy policy) {
        this.explanationPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how many unloaded generations of a module may be uncollected.
     *
     * @param policy the policy, {@link GenerationPolicy#standard()} if not given
     * @return this builder
     */
    public LayerManagerBuilder bounding(GenerationPolicy policy) {
        this.generationPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets how modules are reloaded whose {@link LoadOptions} do not say.
     *
     * @param policy the policy, {@link ReloadPolicy#standard()} if not given
     * @return this builder
     */
    public LayerManagerBuilder reloading(ReloadPolicy policy) {
        this.reloadPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Adds a listener. It is called on the thread of whatever happens, so it should return soon; what it throws is
     * logged.
     *
     * @param listener what to tell
     * @return this builder
     */
    public LayerManagerBuilder listener(Consumer<? super LayerEvent> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Returns the manager. The system property {@code dev.layers.mode}, {@code layered} or {@code linked}, says where its
     * modules are, whatever the code says.
     *
     * @return a manager without modules
     * @throws IllegalArgumentException if the system property names no mode
     */
    public LayerManager build() {
        return new LayerManager(this);
    }

    /** Returns what the modules of the manager share. */
    Environment environment() {
        return Environment.of(name, Binding.of(ManagerMode.set(mode), contract), policies(), new Announcer(listeners));
    }

    String name() {
        return name;
    }

    private Policies policies() {
        return new Policies(
                artifactPolicy,
                trustPolicy,
                unloadPolicy,
                collectionPolicy,
                explanationPolicy,
                generationPolicy,
                reloadPolicy);
    }
}
