package dev.layers.benchmarks.plugins;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The systems that are compared. */
public enum Systems {
    BARE("bare `ModuleLayer`", BareLayers::new),
    LAYERS("Layers", ManagedModules::new),
    URL("URLClassLoader", UrlLoaders::new),
    PF4J("PF4J", Pf4jPlugins::new),
    FELIX("Felix", FelixBundles::new),
    JBOSS("JBoss Modules", JBossModules::new);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // constructors
    private final Start start;

    private interface Start {
        PluginSystem start() throws Exception;
    }

    Systems(String title, Start start) {
        this.title = title;
        this.start = start;
    }

    /** Returns the system of that constant, in lower case. */
    public static Systems named(String name) {
        return Arrays.stream(values())
                .filter(system -> system.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No system '" + name + "', only "
                        + Arrays.stream(values()).map(Systems::name).collect(Collectors.joining(", "))));
    }

    /** Returns what tables call it. */
    public String title() {
        return title;
    }

    /** Starts the system, as a host does that has one of it. */
    public PluginSystem start() throws Exception {
        return start.start();
    }
}
