package dev.layers.docs.graph;

import dev.layers.docs.contract.Contracts;
import dev.layers.docs.model.ModuleSet;
import java.util.List;

/**
 * Modules as nodes, and what ties them to each other as edges.
 *
 * @param nodes by name, no name twice
 * @param edges by their ends and tie, none twice, none from a node to itself
 */
public record ModuleGraph(List<Node> nodes, List<Edge> edges) {
    /** How many nodes a drawing may have that is still read; the JDK is just below. */
    public static final int READABLE = 70;

    /**
     * Returns the graph of all modules of a set and of what they require; {@code java.base}, on which everything stands,
     * is left out where there is anything else.
     */
    public static ModuleGraph of(ModuleSet set, Contracts contracts) {
        return new GraphOfModules(set, contracts).graph();
    }

    /**
     * Returns this graph with modules of one prefix drawn as one, so that it has at most so many nodes, where that is
     * possible; many modules of the JDK that were not given are one node at any size.
     */
    public ModuleGraph collapsed(int limit) {
        return Overview.of(this, limit).graph();
    }

    /** Returns a graph for each cluster of {@link #collapsed}: its modules and what they are tied to, clusters in clusters after them. */
    public List<Detail> details(int limit) {
        return Overview.of(this, limit).details();
    }

    /**
     * What a cluster holds.
     *
     * @param name that of the cluster's node
     */
    public record Detail(String name, ModuleGraph graph) {}

    /**
     * A module, or several of one prefix that are drawn as one.
     *
     * @param page the name of the module if it has a page, empty otherwise
     * @param members the names of the modules that it stands for, one for a module
     */
    public record Node(String name, Kind kind, String page, List<String> members) {
        /** Returns whether it stands for several modules. */
        public boolean isCluster() {
            return members.size() > 1;
        }
    }

    /** What stands at an end of an edge. */
    public enum Kind {
        NORMAL,
        OPEN,
        AUTOMATIC,
        /** Declares services that other modules provide or use; a cluster of such only as well. */
        CONTRACT,
        /** Required, and not among those that were given; a cluster of such only as well. */
        OTHER,
        /** Several modules of one prefix. */
        CLUSTER
    }

    /** From a module to what it stands on: the names of nodes. */
    public record Edge(String from, String to, Tie tie) {}

    /** Why one stands on another. */
    public enum Tie {
        REQUIRES,
        TRANSITIVE,
        STATIC,
        /** Static and transitive. */
        STATIC_TRANSITIVE,
        /** Provides a service that the other one declares. */
        PROVIDES,
        /** Uses a service that the other one declares. */
        USES;

        /** Returns whether a service is the reason. */
        public boolean isService() {
            return this == PROVIDES || this == USES;
        }
    }
}
