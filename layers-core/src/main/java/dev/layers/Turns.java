package dev.layers;

import dev.layers.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes the turns of several modules, always in the order of their names, so that no two wait for each other. */
final class Turns {
    private Turns() {}

    /** A turn that is taken. */
    private record Place(Turn turn, Turn.Use use) {
        void end() {
            turn.end(use);
        }
    }

    /**
     * Runs {@code operation} once it is its turn everywhere.
     *
     * @param alone the turns of what it changes
     * @param shared the turns of what it builds upon, all different from those
     */
    static <T> T take(Collection<Turn> alone, Collection<Turn> shared, Supplier<T> operation) {
        if (alone.isEmpty() && shared.isEmpty()) {
            return operation.get();
        }
        List<Place> places = Stream.concat(
                        alone.stream().map(turn -> new Place(turn, Turn.Use.ALONE)),
                        shared.stream().map(turn -> new Place(turn, Turn.Use.SHARED)))
                .sorted(Comparator.comparing(place -> place.turn().module()))
                .toList();
        Deadline deadline = Deadline.in(limit(places));
        Deque<Place> taken = new ArrayDeque<>();
        try {
            for (Place place : places) {
                place.turn().begin(place.use(), deadline);
                taken.push(place);
            }
            return operation.get();
        } finally {
            taken.forEach(Place::end);
        }
    }

    private static Duration limit(List<Place> places) {
        return places.stream()
                .map(place -> place.turn().limit())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
