package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Holding;
import java.util.List;
import java.util.stream.Stream;

/** Objects of the host that are reached in several ways: to cut one of these frees nothing. */
final class Sharing {
    private Sharing() {}

    /** Returns a sentence for each of {@code others}, which lead to the last object of the host on {@code way}. */
    static Stream<String> notes(Way way, List<HeldPath> others) {
        return others.stream().map(Way::of).map(other -> note(way, other));
    }

    private static String note(Way way, Way other) {
        HeapStep end = other.steps().get(other.steps().size() - 1);
        HeapStep shared = way.before().stream()
                .filter(step -> !step.isClass() && step.type().equals(end.type()))
                .reduce(end, (first, last) -> last);
        return StepText.lines(List.of(shared)).get(0) + " is what keeps it: " + RootText.of(other, Holding.Kind.STRONG)
                + " leads to that object too, so have the object itself let go";
    }
}
