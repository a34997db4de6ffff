package dev.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The modules that are reloaded by the next call of each, or of what stands on it: that follows, and a library has no calls. */
final class NextCalls {
    private final Function<String, Optional<LiveModule>> loaded;
    private final Function<String, List<String>> standing;
    private final Consumer<String> reload;
    /** By the names of modules; guarded by this. */
    private final Map<String, Change> waiting = new TreeMap<>();

    /**
     * Makes it for the modules that {@code loaded} finds.
     *
     * @param standing returns a module that is loaded and all that stands on it
     * @param reload what the call does that comes next, with the name of the module that it calls
     */
    NextCalls(
            Function<String, Optional<LiveModule>> loaded,
            Function<String, List<String>> standing,
            Consumer<String> reload) {
        this.loaded = loaded;
        this.standing = standing;
        this.reload = reload;
    }

    /** Leaves {@code change} to the next call of its module, once {@link #renew()} has armed it. */
    synchronized void leave(Change change) {
        waiting.put(change.module(), change);
    }

    /** Arms what is new, and again what was disarmed by other reloads or by a call that could do nothing. */
    void renew() {
        for (Change change : all()) {
            Optional<LiveModule> live = loaded.apply(change.module());
            boolean isThere = live.map(module -> change.to()
                            .filter(module.status().origin().digest()::equals)
                            .isPresent())
                    .orElse(true);
            if (isThere) {
                forget(change.module());
            } else {
                lines(change).filter(module -> !module.line().isArmed()).forEach(this::arm);
            }
        }
    }

    /** Takes the changes of {@code module} and of what it stands on from those that wait. */
    List<Change> take(String module) {
        List<Change> taken = all().stream()
                .filter(change -> standing.apply(change.module()).contains(module))
                .toList();
        return taken.stream().filter(this::isTaken).toList();
    }

    private synchronized boolean isTaken(Change change) {
        return waiting.remove(change.module(), change);
    }

    /** Returns the names of the modules that a call reloads. */
    List<String> armed() {
        return all().stream()
                .filter(change -> lines(change).anyMatch(live -> live.line().isArmed()))
                .map(Change::module)
                .toList();
    }

    synchronized void forget(String module) {
        waiting.keySet().remove(module);
    }

    /** Leaves nothing to calls any longer. */
    void end() {
        for (Change change : all()) {
            forget(change.module());
            lines(change).forEach(live -> live.line().disarm());
        }
    }

    synchronized List<Change> all() {
        return new ArrayList<>(waiting.values());
    }

    private Stream<LiveModule> lines(Change change) {
        return standing.apply(change.module()).stream().flatMap(module -> loaded.apply(module).stream());
    }

    private void arm(LiveModule live) {
        live.arm(() -> reload.accept(live.name()));
    }
}
