package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import java.util.List;
import java.util.Optional;

/** What the JVM keeps at places of its own: class values, finalizers, actions of cleaners. */
final class HiddenCauses {
    private HiddenCauses() {}

    static List<Kind> kinds() {
        return List.of(HiddenCauses::classValue, HiddenCauses::cleaner);
    }

    static List<Kind> finalizers() {
        return List.of(HiddenCauses::finalizer);
    }

    private static Optional<Cause> classValue(Way way) {
        if (!way.passesType("java.lang.ClassValue$")) {
            return Optional.empty();
        }
        return Optional.of(
                Cause.of(
                        Cause.Rank.FIELD,
                        "a ClassValue keeps " + Held.what(way) + " for a class of the JDK or the host",
                        "call ClassValue.remove for that class when the module is unloaded, or keep nothing of the module in it"));
    }

    private static Optional<Cause> cleaner(Way way) {
        if (!way.passesType("jdk.internal.ref.CleanerImpl$") && !way.passesType("jdk.internal.ref.Cleaner")) {
            return Optional.empty();
        }
        return Optional.of(Cause.of(
                Cause.Rank.THREAD,
                "the action of a Cleaner is " + Held.what(way) + ", and what it cleans for is still in use",
                "call clean() of the Cleanable when the module is unloaded, or take an action of the host"));
    }

    private static Optional<Cause> finalizer(Way way) {
        if (!way.passesType("java.lang.ref.Finalizer") && !way.beginsAt(HeapRoot.Kind.FINALIZER)) {
            return Optional.empty();
        }
        return Optional.of(Cause.of(
                        Cause.Rank.FINALIZER,
                        "an object with a finalizer leads to " + Held.what(way),
                        "let finalizers run; where none does, a finalize() that does not return blocks them all")
                .ending());
    }
}
