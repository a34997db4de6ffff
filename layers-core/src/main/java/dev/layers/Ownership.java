package dev.layers;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The modules that a deployment loaded, and what it could not load; for one operation at a time. */
final class Ownership {
    private final Map<String, Remembered> modules = new LinkedHashMap<>();
    private final Map<Path, Taken.Unfit> failures = new LinkedHashMap<>();
    private final Set<Path> busy = new HashSet<>();
    /** What was told of what could not be loaded. */
    private final Map<Path, String> told = new LinkedHashMap<>();

    /**
     * A module that the deployment loaded.
     *
     * @param wanted what it was loaded for
     */
    record Owned(LiveModule live, Wanted wanted) {}

    /** What is remembered of a module until the next operation, which may never come; it keeps nothing of the module. */
    private record Remembered(WeakReference<LiveModule> live, Wanted wanted) {
        Optional<Owned> owned() {
            return Optional.ofNullable(live.get()).map(held -> new Owned(held, wanted));
        }
    }

    /** Forgets what the host unloaded meanwhile; {@code loaded} finds what is loaded. */
    void settle(Function<String, Optional<LiveModule>> loaded) {
        // a module of that name that somebody else loaded is not ours
        modules.entrySet()
                .removeIf(remembered -> loaded.apply(remembered.getKey())
                        .filter(remembered.getValue().live()::refersTo)
                        .isEmpty());
    }

    Optional<Owned> module(String name) {
        return Optional.ofNullable(modules.get(name)).flatMap(Remembered::owned);
    }

    /** Returns the module that was read from {@code artifact}. */
    Optional<Owned> at(Path artifact) {
        return modules.values().stream()
                .flatMap(remembered -> remembered.owned().stream())
                .filter(owned -> isSame(owned.wanted().source().artifact(), artifact))
                .findFirst();
    }

    /** One directory may have several names; what lies in it need not be there any longer. */
    private static boolean isSame(Path one, Path other) {
        if (one.equals(other)) {
            return true;
        }
        Path parent = one.getParent();
        Path otherParent = other.getParent();
        if (parent == null || otherParent == null || !Objects.equals(one.getFileName(), other.getFileName())) {
            return false;
        }
        try {
            return Files.isSameFile(parent, otherParent);
        } catch (IOException missing) {
            return false;
        }
    }

    List<Owned> all() {
        return modules.values().stream()
                .flatMap(remembered -> remembered.owned().stream())
                .toList();
    }

    void own(LiveModule live, Wanted wanted) {
        modules.put(live.name(), new Remembered(new WeakReference<>(live), wanted));
        failures.remove(wanted.source().artifact());
        told.remove(wanted.source().artifact());
    }

    /** Remembers that it would fail again as long as its bytes are the same. */
    void remember(Taken.Unfit unfit) {
        failures.put(unfit.wanted().source().artifact(), unfit);
    }

    /** Returns what is wrong with the bytes that were at {@code artifact} last time. */
    Optional<Taken.Unfit> failure(Path artifact) {
        return Optional.ofNullable(failures.get(artifact));
    }

    /** Remembers that nothing is wrong with it but the moment. */
    void rememberBusy(Path artifact) {
        busy.add(artifact);
    }

    boolean isBusy(Path artifact) {
        return busy.contains(artifact);
    }

    void forgetBusy() {
        busy.clear();
    }

    /** Makes news of all that cannot be loaded. */
    void tellAgain() {
        told.clear();
    }

    /** Returns whether {@code unfit} is to be told of. */
    boolean isNews(Taken.Unfit unfit) {
        String text = unfit.origin().digest() + " " + unfit.reason();
        String earlier = told.put(unfit.wanted().source().artifact(), text);
        return unfit.fault() != Taken.Fault.KNOWN && !text.equals(earlier);
    }

    void forgetFailure(Path artifact) {
        failures.remove(artifact);
    }
}
