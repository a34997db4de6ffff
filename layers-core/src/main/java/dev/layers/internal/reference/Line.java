package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
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
    private final String loaderName;
    private final CrossingSets crossings;
    /** Guarded by this, like all that follows. */
    private final Map<ServiceKey, Reference> references = new HashMap<>();

    private @Nullable Entries entries;
    private @Nullable BooleanSupplier exempt;
    private @Nullable Hold hold;
    private @Nullable Arming arming;

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
        this.crossings = new CrossingSets(loaderName, isSettingContext);
    }

    /** Returns the classes of the objects of one generation that cross; no other generation has them until they are given back. */
    public CrossingClasses takeCrossings() {
        return crossings.take();
    }

    /** Takes the classes back from a generation that nobody calls any longer. */
    public void giveBack(CrossingClasses ofGeneration) {
        crossings.giveBack(ofGeneration);
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
        arming = null;
        open();
    }

    /**
     * Has the next call do something before it goes where the line leads by then; those that begin meanwhile go where it
     * leads now. Turning the line forgets it.
     *
     * @param inside whether the current thread is one whose calls go on at once
     * @param beforeCall what is done, once, on the thread of the call and with no lock held; throws nothing
     */
    public synchronized void arm(BooleanSupplier inside, Runnable beforeCall) {
        arming = new Arming(inside, () -> {
            disarm();
            beforeCall.run();
        });
        turnAll();
    }

    /** Has calls go on at once again. */
    public synchronized void disarm() {
        if (arming != null) {
            arming = null;
            turnAll();
        }
    }

    /** Returns whether the next call does something first. */
    public synchronized boolean isArmed() {
        return arming != null;
    }

    /** Takes no calls but those of threads of which {@code inside} is true. */
    public synchronized void close(BooleanSupplier inside) {
        exempt = inside;
        turnAndEnd(null);
    }

    /**
     * Lets calls wait, until the line turns, closes or reopens, but not those of threads of which {@code inside} is true.
     * They are made then, wherever the line leads.
     *
     * @param limit the longest that one waits; it then gets what is {@link ReferenceTexts#overdue}
     */
    public synchronized void hold(BooleanSupplier inside, Duration limit) {
        exempt = inside;
        turnAndEnd(new Hold(limit));
    }

    /** Takes calls again. */
    public synchronized void reopen() {
        open();
    }

    private void open() {
        exempt = null;
        turnAndEnd(null);
    }

    /** Whoever waits goes on only when every site has turned. */
    private void turnAndEnd(@Nullable Hold next) {
        Hold ending = hold;
        hold = next;
        turnAll();
        if (ending != null) {
            ending.end();
        }
    }

    /** Turns to nothing, if it leads to {@code gone}; calls that wait wait on. */
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
                        ? elsewhere(site, reference)
                        : target(
                                entry.handle(
                                        reference.shape().methods().get(index).method()),
                                site,
                                reference));
    }

    private MethodHandle target(MethodHandle open, MutableCallSite site, Reference reference) {
        if (exempt == null) {
            return arming == null ? open : armed(arming, open, site);
        }
        return MethodHandles.guardWithTest(Answers.asking(exempt), open, elsewhere(site, reference));
    }

    private static MethodHandle armed(Arming arming, MethodHandle open, MutableCallSite site) {
        return MethodHandles.guardWithTest(arming.test(), site.dynamicInvoker(), open);
    }

    /** Returns where calls go that do not get in. */
    private MethodHandle elsewhere(MutableCallSite site, Reference reference) {
        ReferenceTexts texts = reference.texts();
        MethodHandle exception = hold == null
                ? Answers.unavailable(texts)
                : Answers.of(new HeldCalls(hold, texts), "await", RuntimeException.class);
        MethodType type = site.type();
        MethodHandle thrower = MethodHandles.throwException(type.returnType(), RuntimeException.class);
        return MethodHandles.dropArguments(MethodHandles.foldArguments(thrower, exception), 0, type.parameterList());
    }

    /** The calls of one reference while they wait. */
    private record HeldCalls(Hold hold, ReferenceTexts texts) {
        /** Returns, when it is time, what sends the call back to where the line leads by then, or says that it waited too long. */
        @SuppressWarnings("UnusedMethod") // found by its name
        RuntimeException await() {
            return hold.await() ? TurnedBack.instance() : texts.overdue(hold.limit());
        }
    }
}
