package dev.layers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be done so that what is loaded is as it is wanted.
 *
 * @param builds what is loaded and reloaded, each after all that it stands on
 * @param following what is reloaded with them, or with what leaves
 * @param leaving what is unloaded, each after all that stands on it
 * @param kept what stays
 * @param refused what cannot be
 */
record Agenda(List<Build> builds, List<Change> following, List<Leave> leaving, List<Keep> kept, List<Refusal> refused) {
    /** An artifact that was read and takes over, or is loaded for the first time. */
    record Build(Change change, Wanted wanted, Draft draft) {}

    /** A module that goes. */
    record Leave(Change change, LiveModule live) {}

    /** A module that is as it is wanted. */
    record Keep(Change change, Wanted wanted, LiveModule live) {}

    /** What cannot be as it is wanted: an artifact that is not fit, or else a module that should leave and cannot. */
    record Refusal(Change change, Optional<Taken.Unfit> unfit) {}

    Agenda {
        builds = List.copyOf(builds);
        following = List.copyOf(following);
        leaving = List.copyOf(leaving);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
    }

    /** Returns all changes in the order in which they are told. */
    List<Change> changes() {
        return Stream.of(
                        builds.stream().map(Build::change),
                        following.stream(),
                        leaving.stream().map(Leave::change),
                        staying().stream(),
                        refused.stream().map(Refusal::change))
                .flatMap(changes -> changes)
                .toList();
    }

    /** Returns what is kept and does not follow anything. */
    List<Change> staying() {
        Set<String> moved = following.stream().map(Change::module).collect(Collectors.toSet());
        return kept.stream()
                .map(Keep::change)
                .filter(change -> !moved.contains(change.module()))
                .toList();
    }

    /** Returns this with more that cannot be. */
    Agenda refusing(List<Refusal> more) {
        return new Agenda(
                builds,
                following,
                leaving,
                kept,
                Stream.concat(refused.stream(), more.stream()).toList());
    }

    /** Returns what changes something, in the order in which it is done. */
    List<Change> moving() {
        return changes().stream()
                .filter(change -> change.kind() != Change.Kind.KEEP && change.kind() != Change.Kind.REFUSE)
                .toList();
    }

    /**
     * Returns this without what is made of bytes that are not {@code settled}, whatever would be done with it; what would
     * follow that alone is left until {@link #admitting}.
     */
    Agenda settled(Predicate<Change> settled) {
        Set<String> restless = Stream.of(
                        builds.stream().map(Build::change),
                        leaving.stream().map(Leave::change),
                        kept.stream().map(Keep::change),
                        refused.stream().map(Refusal::change))
                .flatMap(changes -> changes)
                .filter(change -> !settled.test(change))
                .map(Change::source)
                .collect(Collectors.toSet());
        Predicate<Change> isLeft = change -> !restless.contains(change.source());
        return new Agenda(
                builds.stream().filter(build -> isLeft.test(build.change())).toList(),
                following,
                leaving.stream().filter(leave -> isLeft.test(leave.change())).toList(),
                kept.stream().filter(keep -> isLeft.test(keep.change())).toList(),
                refused.stream()
                        .filter(refusal -> isLeft.test(refusal.change()))
                        .toList());
    }

    /** Returns this without the changes that are not {@code admitted}, and without what would follow them alone. */
    Agenda admitting(Predicate<Change> admitted) {
        List<Build> now =
                builds.stream().filter(build -> admitted.test(build.change())).toList();
        List<Leave> going =
                leaving.stream().filter(leave -> admitted.test(leave.change())).toList();
        Set<String> moving = Stream.concat(
                        now.stream().map(Build::change), going.stream().map(Leave::change))
                .map(Change::module)
                .collect(Collectors.toSet());
        List<Change> drawn = following.stream()
                .filter(change -> change.causes().stream().anyMatch(moving::contains))
                .toList();
        return new Agenda(now, drawn, going, kept, refused);
    }
}
