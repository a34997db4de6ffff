package dev.layers.internal.boundary;

import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.Way;
import dev.layers.internal.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;

/**
 * The border between the host and one generation: what crosses it, and what stands for that on the other side.
 *
 * <p>An object crosses as the same reference for as long as somebody holds that; going back, the reference becomes the
 * object again. Released, it holds nothing of the module, since references that a host kept hold it.
 */
public final class Border {
    private final CrossingRules rules;
    private final ReferenceMaker maker;
    private final Wording wording;
    private final Strictness strictness;
    private final LateCalls lateCalls;
    private final Remainders remainders = new Remainders();
    private final Deliveries deliveries = new Deliveries();
    private final Side inward;
    private final Side outward;
    private volatile boolean released;

    /** Creates the border of one generation; {@code maker} and {@code rules} may serve others too. */
    public Border(CrossingRules rules, ReferenceMaker maker, Wording wording, BorderTerms terms) {
        this.rules = rules;
        this.maker = maker;
        this.wording = wording;
        this.strictness = terms.strictness();
        this.lateCalls = terms.lateCalls();
        BooleanSupplier gate = terms.gate();
        BooleanSupplier open = () -> gate.getAsBoolean() || deliveries.isCurrentThreadInside();
        this.inward = new Side(this, this::outward, open, new ClassRules(rules, "the host"));
        this.outward = new Side(this, this::inward, () -> !released, new ClassRules(rules, terms.generation()));
        inward.useContextLoaders(terms.contextLoaders());
        outward.useContextLoaders(terms.contextLoaders());
    }

    /** Returns the direction from the host to the module. */
    public Way inwardWay() {
        return inward;
    }

    /** Returns the direction from the module to the host. */
    public Way outwardWay() {
        return outward;
    }

    /** Returns what a module gets of {@code instance}, a service of the host. */
    public <S> S lend(Class<S> service, S instance) {
        List<Class<?>> types = rules.services(instance.getClass());
        boolean isAmong = types.stream().anyMatch(service::isAssignableFrom);
        References references = rules.references(isAmong ? types : List.of(service), "the host");
        return service.cast(inward.reference(instance, references, service));
    }

    /** Makes {@code provider} cross as the host's stable reference to it, and that as the provider. */
    public void known(Object provider, Object stableReference) {
        outward.know(provider, stableReference);
        inward.know(stableReference, provider);
    }

    /**
     * Waits until no thread of the host completes anything in the module, and lets none begin from that moment on; what is
     * not complete then stays so until the {@link #end()}.
     *
     * @return whether that moment came before the deadline; if not, nothing is shut
     */
    public boolean shut(Deadline deadline) {
        return deliveries.shut(deadline);
    }

    /**
     * Lets completions begin again that were shut in vain.
     *
     * @return what was not delivered meanwhile, to be run now
     */
    public List<Runnable> reopen() {
        return deliveries.reopen().stream()
                .map(code -> (Runnable) () -> inward.deliver(code))
                .toList();
    }

    /** Returns whether nothing is delivered to the module any more. */
    public boolean isShut() {
        return deliveries.isShut();
    }

    /** Returns whether there is something to {@link #end()}. */
    public boolean isLeftBehind() {
        return !remainders.isEmpty() || !subscriptions().isEmpty();
    }

    /**
     * Ends stages, streams and subscriptions that calls left behind, and from now on each as soon as it is left. That runs
     * code of whoever waits for them.
     *
     * @return what failed to end, one sentence each
     */
    public List<String> end() {
        deliveries.shut();
        List<String> failures = new ArrayList<>();
        subscriptions().forEach(subscription -> Remainders.run(subscription::cancel, failures));
        failures.addAll(remainders.end());
        return List.copyOf(failures);
    }

    /**
     * Cuts every reference, ends what was left behind and lets go of the module; does nothing the second time.
     *
     * @return what failed to end, one sentence each
     */
    public List<String> release() {
        List<String> failures = end();
        released = true;
        outward.cut();
        inward.cut();
        return failures;
    }

    /** Subscriptions of the host that the module holds. */
    private List<Flow.Subscription> subscriptions() {
        return inward.targets().stream()
                .filter(Flow.Subscription.class::isInstance)
                .map(Flow.Subscription.class::cast)
                .toList();
    }

    Side inward() {
        return inward;
    }

    Side outward() {
        return outward;
    }

    boolean isInward(Side side) {
        return side == inward;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    boolean isReleased() {
        return released;
    }

    ReferenceMaker maker() {
        return maker;
    }

    Wording wording() {
        return wording;
    }

    Strictness strictness() {
        return strictness;
    }

    Direction.Left leave(Runnable end) {
        return remainders.add(end);
    }

    /** Throws, unless the reference was cut, is none of ours and such calls shall do nothing. */
    void refuse(Crossing reference, boolean isOurs) {
        if (isOurs || lateCalls == LateCalls.FAIL || Crossing.target(reference) != null) {
            throw wording.unloaded(reference.toString());
        }
    }
}
