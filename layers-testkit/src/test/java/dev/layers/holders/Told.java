package dev.layers.holders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was told of one module: the word for how it is held, then paths and notes as a report has them. */
record Told(String hold, List<Path> paths, List<String> notes) {
    record Path(String cause, String advice, String root, List<String> steps) {}

    static Map<String, Told> read(List<String> lines) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("= ")) {
                part = new ArrayList<>();
                parts.put(line.substring(2), part);
            } else {
                part.add(line);
            }
        }
        Map<String, Told> all = new LinkedHashMap<>();
        parts.forEach((name, of) -> all.put(name, of(of)));
        return all;
    }

    private static Told of(List<String> lines) {
        List<Path> paths = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).startsWith("held by: ")) {
                paths.add(path(lines, line));
            } else if (!lines.get(line).startsWith(" ")) {
                notes.add(lines.get(line));
            }
        }
        return new Told(lines.get(0), paths, notes);
    }

    private static Path path(List<String> lines, int first) {
        List<String> steps = lines.stream()
                .skip(first + 3L)
                .takeWhile(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        return new Path(
                lines.get(first).substring("held by: ".length()),
                lines.get(first + 1).substring("  to do: ".length()),
                lines.get(first + 2).substring("  from ".length()),
                steps);
    }
}
