package dev.layers.docs.render;

import dev.layers.docs.render.Navigation.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts pages into groups of one prefix, so that a list of hundreds of names stays short. */
final class PrefixGroups {
    private static final int MOST_TOGETHER = 24;
    private static final int FEWEST_TOGETHER = 3;
    private static final int DEEPEST = 8;

    private final List<Group> groups = new ArrayList<>();

    private PrefixGroups() {}

    /** Pages whose names begin with {@code prefix}, which is empty for the rest. */
    record Group(String prefix, List<Entry> entries) {}

    static List<Group> of(List<Entry> entries) {
        PrefixGroups split = new PrefixGroups();
        split.add(entries, "", 0);
        return split.groups.stream().sorted(Comparator.comparing(Group::prefix)).toList();
    }

    private void add(List<Entry> entries, String prefix, int depth) {
        if ((depth > 0 && entries.size() <= MOST_TOGETHER) || depth == DEEPEST) {
            groups.add(new Group(prefix, entries));
            return;
        }
        List<Entry> rest = new ArrayList<>();
        byPrefix(entries, depth + 1).forEach((longer, those) -> {
            if (those.size() >= FEWEST_TOGETHER && !longer.equals(prefix)) {
                add(those, longer, depth + 1);
            } else {
                rest.addAll(those);
            }
        });
        if (!rest.isEmpty()) {
            groups.add(new Group(prefix, List.copyOf(rest)));
        }
    }

    private static SortedMap<String, List<Entry>> byPrefix(List<Entry> entries, int depth) {
        SortedMap<String, List<Entry>> byPrefix = new TreeMap<>();
        for (Entry entry : entries) {
            byPrefix.computeIfAbsent(prefix(entry.label(), depth), prefix -> new ArrayList<>())
                    .add(entry);
        }
        return byPrefix;
    }

    private static String prefix(String name, int depth) {
        int end = -1;
        for (int part = 0; part < depth; part++) {
            int dot = name.indexOf('.', end + 1);
            if (dot < 0) {
                return name;
            }
            end = dot;
        }
        return name.substring(0, end);
    }
}
