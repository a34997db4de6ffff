package dev.layers.internal.snapshot;

import dev.layers.internal.time.Deadline;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Waits until nobody has written to an artifact and its libraries for the quiet period. */
final class Rest {
    /** How often it is looked whether something changed, for each quiet period. */
    private static final int LOOKS = 10;

    private final List<Path> paths = new ArrayList<>();
    private final Limits limits;
    private final Pause pause;
    private List<Optional<Listing>> seen;
    private Optional<Finding> change = Optional.empty();

    /** Lets some time pass; ends early when the thread is interrupted. */
    @FunctionalInterface
    interface Pause {
        void pass(Duration time);
    }

    Rest(Path artifact, List<Path> libraries, Limits limits, Pause pause) {
        this.limits = limits;
        this.pause = pause;
        paths.add(artifact);
        paths.addAll(libraries);
        seen = look();
    }

    /** Lets time pass without giving up the flag of an interrupted thread. */
    static Pause parking() {
        return time -> LockSupport.parkNanos(time.toNanos());
    }

    /** Returns whether there are files that carry no checksum. */
    boolean isExploded() {
        return seen.stream().flatMap(Optional::stream).anyMatch(listing -> listing.kind() == Listing.Kind.EXPLODED);
    }

    /** Returns whether a file was written less than a quiet period before {@code moment}, or since. */
    boolean isYoungerThan(Instant moment) {
        Instant from = moment.minus(limits.quiet());
        Instant to = Instant.now().plus(limits.quiet());
        return seen.stream()
                .flatMap(Optional::stream)
                .flatMap(listing -> listing.files().values().stream())
                .map(file -> file.stamp().modified().toInstant())
                .anyMatch(modified -> modified.isAfter(from) && modified.isBefore(to));
    }

    /** Waits up to two quiet periods, unless interrupted; returns what was seen if there was no rest. */
    Optional<Finding> await() {
        Deadline deadline = Deadline.in(limits.quiet().multipliedBy(2));
        Deadline rest = deadline.within(limits.quiet());
        while (!rest.isPast() && !Thread.currentThread().isInterrupted()) {
            pause.pass(limits.quiet().dividedBy(LOOKS));
            if (hasChanged()) {
                rest = deadline.within(limits.quiet());
            }
        }
        boolean isAtRest = rest.elapsed().compareTo(limits.quiet()) >= 0;
        return isAtRest ? Optional.empty() : Optional.of(change.orElseGet(this::interrupted));
    }

    private boolean hasChanged() {
        List<Optional<Listing>> before = seen;
        seen = look();
        Optional<Finding> latest = IntStream.range(0, paths.size())
                .mapToObj(index -> change(before.get(index), seen.get(index))
                        .map(found -> finding(paths.get(index), found + " while it was waited for")))
                .flatMap(Optional::stream)
                .findFirst();
        change = latest.or(() -> change);
        return latest.isPresent();
    }

    private List<Optional<Listing>> look() {
        return IntStream.range(0, paths.size())
                .mapToObj(index -> look(paths.get(index), index == 0 ? Role.MODULE : Role.LIBRARY))
                .toList();
    }

    private Optional<Listing> look(Path path, Role role) {
        try {
            return Optional.of(ArtifactLister.list(path, role, limits));
        } catch (ArtifactDefect nothing) {
            return Optional.empty();
        }
    }

    private static Optional<String> change(Optional<Listing> before, Optional<Listing> after) {
        if (before.isPresent() && after.isPresent()) {
            return before.get().changeTo(after.get());
        }
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(after.isPresent() ? "it was put there" : "it was removed");
    }

    private Finding interrupted() {
        return finding(paths.get(0), "it was written to a moment before it was read, and waiting was interrupted");
    }

    private Finding finding(Path path, String found) {
        return Rule.NOT_READY.at(path, found, limits.quietText());
    }
}
