package dev.layers.internal.heap;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What is asked of a dump.
 *
 * @param dump its file
 * @param numbers the numbers of what is sought
 * @param paths how many paths are wanted of each
 */
record Question(Path dump, Collection<Long> numbers, int paths) {
    private static final int LEAST_CHOICE = 60;

    /** Copies the numbers. */
    Question {
        numbers = List.copyOf(numbers);
    }

    /** Returns how many paths are told of each: enough to choose the most telling ones from. */
    int choice() {
        return Math.max(paths, LEAST_CHOICE);
    }
}
