package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of causes, in the order in which they are asked. */
final class Kinds {
    private Kinds() {}

    /** Returns what {@code way} means. */
    static Cause cause(Way way) {
        Cause cause = first(way.isWhole() ? all() : general(), way).orElseGet(() -> UnknownCause.of(way));
        return way.beginsAt(HeapRoot.Kind.THREAD) && way.isOnIdleWorker() ? cause.ending() : cause;
    }

    /** Returns what the module left at a place of the JDK, wherever the path to that place begins. */
    static Optional<Cause> registered(Way way) {
        return way.isWhole()
                ? first(List.of(HiddenCauses.kinds(), RegistrationCauses.kinds(), ThreadCauses.kinds()), way)
                : Optional.empty();
    }

    private static Optional<Cause> first(List<List<Kind>> kinds, Way way) {
        return kinds.stream()
                .flatMap(List::stream)
                .map(kind -> kind.of(way))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Those that look for less come later. */
    private static List<List<Kind>> all() {
        return Stream.concat(
                        Stream.of(
                                HiddenCauses.finalizers(),
                                FieldCauses.modules(),
                                HostObjects.kinds(),
                                HiddenCauses.kinds(),
                                RegistrationCauses.kinds(),
                                ThreadCauses.kinds()),
                        general().stream())
                .toList();
    }

    /** What may be said though steps between are left out. */
    private static List<List<Kind>> general() {
        return List.of(
                HiddenCauses.finalizers(),
                FieldCauses.modules(),
                HostObjects.kinds(),
                FieldCauses.kinds(),
                RootCauses.kinds());
    }
}
