package dev.layers.docs.graph;

import dev.layers.docs.graph.ModuleGraph.Kind;
import dev.layers.docs.graph.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choice of nodes that are drawn as one: contracts and modules that were not given apart, large groups opened first. */
final class Grouping {
    private static final int FEWEST_OF_JDK_AS_ONE = 6;
    private static final int PARTS = 10;
    private static final int SMALL = 3;
    private static final int RANGE = 12;
    private static final Comparator<Group> LARGE_FIRST =
            Comparator.comparingInt(Group::size).reversed().thenComparing(Group::name);

    private final int limit;
    private final int large;
    private final List<Group> groups = new ArrayList<>();

    private Grouping(Group whole, int limit) {
        this.limit = limit;
        this.large = whole.size() / PARTS;
        groups.add(whole);
    }

    static List<Group> of(Collection<Node> nodes, int limit) {
        List<Group> jdk = nodesOfJdk(nodes, limit);
        Set<Node> taken = jdk.stream().flatMap(group -> group.nodes().stream()).collect(Collectors.toSet());
        List<Node> left = nodes.stream().filter(node -> !taken.contains(node)).toList();
        if (left.size() + jdk.size() <= limit) {
            return joined(jdk, left.stream().map(Group::of).toList());
        }
        List<Group> contracts = grown(Group.of("contracts", of(left, Kind.CONTRACT::equals)), limit / 3);
        List<Group> others = grown(Group.of("other modules", of(left, Kind.OTHER::equals)), limit / 6);
        List<Group> around = joined(jdk, joined(contracts, others));
        Predicate<Kind> isGiven = kind -> kind != Kind.CONTRACT && kind != Kind.OTHER;
        return joined(around, grown(Group.of("modules", of(left, isGiven)), limit - around.size()));
    }

    /** They say little about the modules that require them, so many of them are one. */
    private static List<Group> nodesOfJdk(Collection<Node> nodes, int limit) {
        List<Node> jdk = nodes.stream().filter(Grouping::isRequiredJdk).toList();
        boolean isMany = jdk.size() >= FEWEST_OF_JDK_AS_ONE || nodes.size() > limit;
        return isMany && jdk.size() > 1 ? List.of(Group.of("JDK", jdk)) : List.of();
    }

    private static boolean isRequiredJdk(Node node) {
        return node.kind() == Kind.OTHER
                && (node.name().startsWith("java.") || node.name().startsWith("jdk."));
    }

    private static List<Node> of(Collection<Node> nodes, Predicate<Kind> wanted) {
        return nodes.stream().filter(node -> wanted.test(node.kind())).toList();
    }

    private static List<Group> joined(List<Group> some, List<Group> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Group> grown(Group whole, int limit) {
        return whole.size() == 0 ? List.of() : new Grouping(whole, Math.max(1, limit)).grown();
    }

    private List<Group> grown() {
        while (grow(this::openedLarge) || grow(this::ranged) || grow(this::openedSmall)) {
            groups.sort(LARGE_FIRST);
        }
        return groups;
    }

    /** Puts parts in the place of the largest group that can give them. */
    private boolean grow(Function<Group, List<Group>> parts) {
        for (Group group : groups) {
            List<Group> found = parts.apply(group);
            if (found.size() > 1 && found.size() <= room()) {
                groups.remove(group);
                return groups.addAll(found);
            }
        }
        return false;
    }

    /** Groups of much the same size stay closed together, so that where a drawing is detailed means something. */
    private List<Group> openedLarge(Group group) {
        return group.size() > large ? group.parts() : List.of();
    }

    private List<Group> openedSmall(Group group) {
        return group.size() <= SMALL ? group.parts() : List.of();
    }

    private List<Group> ranged(Group group) {
        boolean isLarge = group.size() > Math.max(large, 2 * RANGE);
        return isLarge ? group.ranges(Math.min(room(), (group.size() + RANGE - 1) / RANGE)) : List.of();
    }

    /** How many groups may stand where there is one now. */
    private int room() {
        return limit - groups.size() + 1;
    }
}
