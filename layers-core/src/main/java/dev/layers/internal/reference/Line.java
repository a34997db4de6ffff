package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All references of one module, which turn together from one generation to the next.
 *
 * <p>A call that has begun goes on where it began; those that begin after a method here has returned go to the new place.
 */
public final class Line {
    /** A call that runs beside three later generations is one that nobody waits for any longer. */
    private static final int SETS = 4;

    private final String loaderName;
    private final List<CrossingClasses> crossings = new ArrayList<>();
    /** Guarded by this, like all that follows. */
    private final Map<ServiceKey, Reference> references = new HashMap<>();

    private @Nullable Entries entries;
    private @Nullable BooleanSupplier exempt;

    /** One reference with the sites of those methods that were called, by their index. */
    private record Reference(
            ReferenceShape shape, Map<Integer, MutableCallSite> sites, ServiceReference handle, ReferenceTexts texts) {}

    /**
     * Creates a line that leads nowhere.
     *
     * @param loaderName the name of the loaders of its reference classes, which stands in stack frames
     * @param isSettingContext whether calls of objects that crossed run with the context class loader of their way
     */
    public Line(String loaderName, boolean isSettingContext) {
        this.loaderName = loaderName;
        for (int set = 0; set < SETS; set++) {
            crossings.add(new CrossingClasses(loaderName + " " + set, isSettingContext));
        }
    }

    /**
     * Returns the classes of the objects of one generation that cross.
     *
     * <p>Generations take turns with a few sets: a stack then tells one from the next, and a host that keeps an object of
     * each keeps no class of each.
     */
    public CrossingClasses crossings(int generation) {
        return crossings.get(generation % SETS);
    }

    /** Returns the one reference to {@code key}. */
    public synchronized ServiceReference reference(ServiceKey key, ReferenceShape shape, ReferenceTexts texts) {
        Reference reference = references.get(key);
        if (reference == null) {
            ServiceReference handle = ServiceClass.create(loaderName, shape, texts, index -> link(key, index));
            reference = new Reference(shape, new HashMap<>(), handle, texts);
            references.put(key, reference);
        }
        return reference.handle();
    }

    /** Returns the reference to {@code key}, if it was made. */
    public synchronized Optional<ServiceReference> made(ServiceKey key) {
        return Optional.ofNullable(references.get(key)).map(Reference::handle);
    }

    /** Turns to another generation; calls that begin from now on go there. */
    public synchronized void turnTo(Entries next) {
        next.usedBy(this);
        entries = next;
        exempt = null;
        turnAll();
    }

    /** Takes no calls but those of threads of which {@code inside} is true. */
    public synchronized void close(BooleanSupplier inside) {
        exempt = inside;
        turnAll();
    }

    /** Takes calls again. */
    public synchronized void reopen() {
        exempt = null;
        turnAll();
    }

    /** Turns to nothing, if it leads to {@code gone}. */
    @SuppressWarnings("ReferenceEquality")
    synchronized void turnOff(Entries gone) {
        if (entries == gone) {
            entries = null;
            exempt = null;
            turnAll();
        }
    }

    /** Returns the site of a method that is called for the first time. */
    private synchronized MutableCallSite link(ServiceKey key, int index) {
        Reference reference = Objects.requireNonNull(references.get(key));
        return reference.sites().computeIfAbsent(index, absent -> {
            Method method = reference.shape().methods().get(index).method();
            MutableCallSite site =
                    new MutableCallSite(MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
            turn(key, reference, index, site);
            return site;
        });
    }

    private void turnAll() {
        references.forEach(
                (key, reference) -> reference.sites().forEach((index, site) -> turn(key, reference, index, site)));
        MutableCallSite.syncAll(references.values().stream()
                .flatMap(reference -> reference.sites().values().stream())
                .toArray(MutableCallSite[]::new));
    }

    private void turn(ServiceKey key, Reference reference, int index, MutableCallSite site) {
        EntryClass entry = entries == null ? null : entries.of(key, reference.shape());
        site.setTarget(
                entry == null
                        ? refusal(site, reference)
                        : target(
                                entry.handle(
                                        reference.shape().methods().get(index).method()),
                                site,
                                reference));
    }

    private MethodHandle target(MethodHandle open, MutableCallSite site, Reference reference) {
        if (exempt == null) {
            return open;
        }
        MethodHandle test = bound("getAsBoolean", boolean.class, exempt);
        return MethodHandles.guardWithTest(test, open, refusal(site, reference));
    }

    private static MethodHandle refusal(MutableCallSite site, Reference reference) {
        MethodType type = site.type();
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), RuntimeException.class);
        MethodHandle exception = bound("unavailable", RuntimeException.class, reference.texts());
        return MethodHandles.dropArguments(MethodHandles.foldArguments(thrower, exception), 0, type.parameterList());
    }

    private static MethodHandle bound(String method, Class<?> result, Object receiver) {
        Class<?> type = receiver instanceof ReferenceTexts ? ReferenceTexts.class : BooleanSupplier.class;
        try {
            return MethodHandles.lookup()
                    .findVirtual(type, method, MethodType.methodType(result))
                    .bindTo(receiver);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A method of ours is not there", impossible);
        }
    }
}
