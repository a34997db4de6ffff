package dev.layers.internal.boundary;

import dev.layers.internal.reference.Crossing;
import dev.layers.internal.reference.Relay;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One direction over a border, with the references to what crossed that way. */
final class Side extends Direction {
    private final Border border;
    private final Supplier<Side> back;
    private final BooleanSupplier open;
    private final ClassRules classRules;
    private final LiveReferences live = new LiveReferences();
    private final Map<Class<?>, ClassRule> rules = new ConcurrentHashMap<>();
    /** By identity; never changed, but replaced by a larger one, under the lock of this. */
    private volatile IdentityHashMap<Object, Object> stable = new IdentityHashMap<>(0);

    private volatile @Nullable Crossing relay;
    private volatile ContextLoaders contextLoaders = ContextLoaders.unchanged();

    /**
     * Creates one direction.
     *
     * @param back the other one
     * @param open whether calls may begin
     * @param classRules how objects cross that come this way
     */
    Side(Border border, Supplier<Side> back, BooleanSupplier open, ClassRules classRules) {
        this.border = border;
        this.back = back;
        this.open = open;
        this.classRules = classRules;
    }

    void useContextLoaders(ContextLoaders loaders) {
        contextLoaders = loaders;
    }

    @Override
    public Side back() {
        return back.get();
    }

    @Override
    public boolean isOpen() {
        return open.getAsBoolean();
    }

    @Override
    public void refuse(Crossing reference) {
        border.refuse(reference, reference instanceof Relay);
    }

    @Override
    public Throwable thrown(Throwable thrown, String method) {
        return copy(thrown);
    }

    @Override
    public @Nullable ClassLoader contextLoader() {
        return border.isInward(this) ? contextLoaders.inward() : null;
    }

    @Override
    public @Nullable ClassLoader contextLoader(@Nullable ClassLoader current) {
        return border.isInward(this) ? contextLoaders.inside(current) : contextLoaders.outside(current);
    }

    @Override
    RuntimeException unloaded(String what) {
        return border.wording().unloaded(what);
    }

    @Override
    RuntimeException refused(String found) {
        return border.wording().refused(found);
    }

    /** Only calls into a module are drained; the others need no relay. */
    @Override
    @Nullable
    Object call(Callable<?> code) throws Throwable {
        if (border.isInward(this)) {
            return ((Relay) relay()).run(code);
        }
        ClassLoader former = enterContext(this);
        try {
            return code.call();
        } catch (Throwable thrown) {
            throw back().thrown(thrown, "call");
        } finally {
            leaveContext(former);
        }
    }

    /** What the code throws is told to nobody. */
    @Override
    boolean deliver(Runnable code) {
        if (!border.isInward(this)) {
            code.run();
            return true;
        }
        return border.deliveries().enter(code) && isDelivered(code);
    }

    /** Returns true; a relay that was cut meanwhile comes after the end of all that could be delivered. */
    private boolean isDelivered(Runnable code) {
        try {
            call(Executors.callable(code));
        } catch (Throwable untold) {
            // nobody waits for it
        } finally {
            border.deliveries().leave();
        }
        return true;
    }

    private Crossing relay() {
        Crossing known = relay;
        if (known == null) {
            Relay target = Callable::call;
            known = border.maker().create(Relay.shape(), this, target, classRules.owner());
            relay = known;
            if (border.isReleased()) {
                Crossing.cut(known);
            }
        }
        return known;
    }

    @Override
    Left leave(Runnable end) {
        return border.leave(end);
    }

    Throwable copy(Throwable thrown) {
        return border.wording().copy(thrown);
    }

    /** Lets {@code value} cross as it is with a warning, where that is allowed. */
    Object admit(Object value, String message) {
        if (border.strictness() == Strictness.GUARDED) {
            throw refused(message);
        }
        border.wording().warn(message);
        return value;
    }

    /** Returns how objects of {@code type} cross. */
    ClassRule rule(Class<?> type) {
        ClassRule known = rules.get(type);
        if (known != null) {
            return known;
        }
        ClassRule found = classRules.of(type);
        rules.put(type, found);
        if (border.isReleased()) {
            rules.clear();
        }
        return found;
    }

    /** Makes {@code object} cross as {@code other} where that fits. */
    @SuppressWarnings("ReferenceEquality") // whether it is known already
    synchronized void know(Object object, Object other) {
        if (border.isReleased() || stable.get(object) == other) {
            return;
        }
        IdentityHashMap<Object, Object> more = new IdentityHashMap<>(stable);
        more.put(object, other);
        stable = more;
    }

    /**
     * Returns what already stands for {@code value} on the other side, or null.
     *
     * <p>A reference that comes back becomes its target again; one that is on the right side already, or cut, stays. One
     * of another border is an object like any other.
     */
    @Nullable
    Object known(Object value, Class<?> declared) {
        Object other = stable.get(value);
        if (other != null && declared.isInstance(other)) {
            return other;
        }
        if (value instanceof Crossing reference) {
            Object target = Crossing.target(reference);
            if (target == null || Crossing.way(reference).equals(back())) {
                return reference;
            }
            if (Crossing.way(reference).equals(this)) {
                return StandIn.behind(target);
            }
        }
        return live.find(value);
    }

    /** Returns the reference to {@code value}, or whatever else stands for it already. */
    Object reference(Object value, References references, Class<?> declared) {
        Object known = known(value, declared);
        if (known != null) {
            return known;
        }
        Object target = target(value, references.shape().interfaces());
        Crossing made = border.maker().create(references.shape(), back(), target, references.text());
        return live.add(value, made);
    }

    /** Returns what the references to what crossed this way stand for. */
    List<Object> targets() {
        return live.all().stream()
                .map(Crossing::target)
                .filter(Objects::nonNull)
                .<Object>map(StandIn::behind)
                .toList();
    }

    /** Cuts every reference to what crossed this way, and forgets all. */
    void cut() {
        live.close().forEach(Crossing::cut);
        Crossing known = relay;
        if (known != null) {
            Crossing.cut(known);
        }
        forgetStable();
        contextLoaders = ContextLoaders.unchanged();
        rules.clear();
    }

    private synchronized void forgetStable() {
        stable = new IdentityHashMap<>(0);
    }

    LiveReferences live() {
        return live;
    }

    /** A subscriber of the host hears of it when the module goes; one of the module goes itself. */
    private Object target(Object value, List<Class<?>> interfaces) {
        boolean isHearing = interfaces.stream().anyMatch(Flow.Subscriber.class::isAssignableFrom);
        if (!isHearing || !border.isInward(this)) {
            return value;
        }
        LiveSubscriber live = new LiveSubscriber((Flow.Subscriber<?>) value, this);
        return interfaces.equals(List.of(Flow.Subscriber.class)) ? live : ManySidedSubscriber.of(live, interfaces);
    }
}
