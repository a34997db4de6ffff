package dev.layers.internal.residue;

import dev.layers.internal.failure.ModuleFailure;
import dev.layers.internal.woven.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sweeps up what one generation left in places that the public API shows. */
public final class Sweep {
    private final Owner owner;
    private final Residue residue = new Residue();
    private final Queue<Place> pending;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile String current = "nothing";

    /**
     * Prepares a sweep.
     *
     * @param owner the generation
     * @param defaults what the defaults of the JVM were before it
     * @param threads the threads that are not its own
     */
    public Sweep(Owner owner, EarlierDefaults defaults, ForeignThreads threads) {
        this(
                owner,
                List.of(
                        new Place("JDBC drivers", Subject.DRIVERS, "java.sql", () -> new Drivers()),
                        new Place("MBeans", null, "java.management", () -> new Beans()),
                        new Place("log handlers", Subject.LOGGING, "java.logging", () -> new LogHandlers()),
                        new Place("security providers", Subject.PROVIDERS, "java.base", () -> new SecurityProviders()),
                        new Place("image providers", Subject.DESKTOP, "java.desktop", () -> new ImageProviders()),
                        new Place("network defaults", Subject.NETWORK, "java.base", () -> new NetworkDefaults()),
                        new Place("defaults", null, "java.base", () -> defaults),
                        new Place("system properties", null, "java.base", () -> new SystemProperties()),
                        new Place("threads", null, "java.base", () -> threads),
                        new Place("resource bundles", Subject.BUNDLES, "java.base", () -> new Bundles()),
                        new Place(
                                "bean properties", Subject.INTROSPECTION, "java.desktop", () -> new BeanProperties())));
    }

    Sweep(Owner owner, List<Place> places) {
        this.owner = owner;
        this.pending = new ConcurrentLinkedQueue<>(places);
    }

    /**
     * Where to look.
     *
     * @param name what is looked for
     * @param subject what a module names that can have left something there; null if any can
     * @param module the module of the JDK that has the place
     * @param search made only where that module is present
     */
    record Place(String name, @Nullable Subject subject, String module, Supplier<Search> search) {
        boolean concerns(Owner owner) {
            return (subject == null || owner.mentions(subject)) && isPresent();
        }

        private boolean isPresent() {
            Optional<Module> found = ModuleLayer.boot().findModule(module);
            return found.isPresent() && Sweep.class.getModule().canRead(found.get());
        }
    }

    /** Drops the places where nothing is, as far as that shows without running anybody's code. */
    public void skipVain() {
        pending.removeIf(place -> !place.concerns(owner) || isVain(place));
    }

    /** What a look trips over is left to the search, which tells of it. */
    private boolean isVain(Place place) {
        try {
            return place.search().get().isVain(owner);
        } catch (RuntimeException | LinkageError failed) {
            return false;
        }
    }

    /**
     * Searches and undoes; may run code of the module. What fails in one place does not keep it from the next; run again, it
     * goes on behind the place that did not end, and what still searches there looks no further.
     */
    public void run() {
        int run = runs.incrementAndGet();
        Place next = next(run);
        while (next != null) {
            if (next.concerns(owner)) {
                search(next);
            }
            next = next(run);
        }
    }

    /** Returns the place that was begun last, for messages. */
    public String place() {
        return current;
    }

    /** Returns whether no place is left that was not begun. */
    public boolean isThrough() {
        return pending.stream().noneMatch(place -> place.concerns(owner));
    }

    /** Looks no further; returns the places that were not begun. */
    public List<String> end() {
        runs.incrementAndGet();
        List<String> names = pending.stream()
                .filter(place -> place.concerns(owner))
                .map(Place::name)
                .toList();
        pending.clear();
        return names;
    }

    /** Returns what was found so far. */
    public Residue residue() {
        return residue;
    }

    private @Nullable Place next(int run) {
        return run == runs.get() ? pending.poll() : null;
    }

    private void search(Place place) {
        current = place.name();
        try {
            place.search().get().run(owner, residue);
        } catch (Throwable thrown) {
            residue.left("searching " + place.name() + " failed: "
                    + ModuleFailure.copyOf(thrown).rootText());
        }
    }
}
