package dev.layers.internal.desired;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, all at once: a sentence each, in the order of the file. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    private record Fault(Location location, String text) {}

    /**
     * Adds what was found.
     *
     * @param path the keys and indexes that lead there; empty for the file as a whole
     */
    void add(Location location, String path, String text) {
        faults.add(new Fault(location, location + ": " + (path.isEmpty() ? "" : path + ": ") + text));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<String> texts() {
        return faults.stream()
                .sorted((one, other) -> compare(one.location(), other.location()))
                .map(Fault::text)
                .toList();
    }

    private static int compare(Location one, Location other) {
        int lines = Integer.compare(one.line(), other.line());
        return lines == 0 ? Integer.compare(one.column(), other.column()) : lines;
    }
}
