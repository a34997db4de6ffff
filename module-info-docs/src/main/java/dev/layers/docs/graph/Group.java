package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Nodes that may be drawn as one.
 *
 * @param name what they have in common
 * @param depth how many words of their names are alike, or that it is a range, which has no parts
 * @param nodes by name
 */
record Group(String name, int depth, List<Node> nodes) {
    private static final int RANGE = -1;

    static Group of(String name, List<Node> nodes) {
        return new Group(name, 0, nodes);
    }

    static Group of(Node node) {
        return of(node.name(), List.of(node));
    }

    int size() {
        return nodes.size();
    }

    /** Returns its parts by the next word of the names in which they differ, at least two if it can be parted. */
    List<Group> parts() {
        if (size() < 2 || depth == RANGE) {
            return List.of(this);
        }
        SortedMap<String, List<Node>> parts = nodes.stream()
                .collect(Collectors.groupingBy(
                        node -> prefix(node.name(), depth + 1), TreeMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        parts.forEach((prefix, members) -> groups.add(new Group(prefix + ".*", depth + 1, members)));
        return groups.size() == 1 ? groups.get(0).parts() : groups;
    }

    /** Returns so many parts of neighbouring names; for names that have no words in common to go by. */
    List<Group> ranges(int count) {
        List<Group> ranges = new ArrayList<>();
        for (int range = 0; range < count; range++) {
            ranges.add(range(nodes.subList(size() * range / count, size() * (range + 1) / count)));
        }
        return ranges;
    }

    private Group range(List<Node> part) {
        String first = part.get(0).name();
        String last = part.get(part.size() - 1).name();
        int common = prefixOf(first, last);
        return new Group(first + " \u2026 " + last.substring(common), RANGE, part);
    }

    private static int prefixOf(String first, String last) {
        int end = 0;
        int common = 0;
        while (end < Math.min(first.length(), last.length()) && first.charAt(end) == last.charAt(end)) {
            end++;
            common = first.charAt(end - 1) == '.' ? end : common;
        }
        return common;
    }

    /** A name of fewer words is a prefix of its own, apart from longer names. */
    private static String prefix(String name, int words) {
        int end = -1;
        for (int word = 0; word < words; word++) {
            end = name.indexOf('.', end + 1);
            if (end < 0) {
                return name;
            }
        }
        return name.substring(0, end);
    }

    /** Returns the node that is drawn for it, under the name given. */
    Node node(String unique) {
        if (size() == 1) {
            return nodes.get(0);
        }
        List<String> members =
                nodes.stream().flatMap(node -> node.members().stream()).toList();
        return new Node(unique, kind(), "", members);
    }

    private Kind kind() {
        Set<Kind> kinds = nodes.stream().map(Node::kind).collect(Collectors.toSet());
        boolean isSpecial = kinds.equals(Set.of(Kind.CONTRACT)) || kinds.equals(Set.of(Kind.OTHER));
        return isSpecial ? kinds.iterator().next() : Kind.CLUSTER;
    }
}
