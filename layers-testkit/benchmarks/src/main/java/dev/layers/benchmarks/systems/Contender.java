package dev.layers.benchmarks.systems;

import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.List;

/** A system that takes part in a comparison. */
public enum Contender {
    /** A bare {@code ModuleLayer} for each plug-in. */
    BARE("bare `ModuleLayer`"),
    /** {@code URLClassLoader} and {@code ServiceLoader}. */
    CLASS_LOADER("`URLClassLoader`"),
    /** PF4J. */
    PF4J("PF4J"),
    /** Apache Felix. */
    FELIX("Felix"),
    /** JBoss Modules. */
    JBOSS_MODULES("JBoss Modules"),
    /** Layers. */
    LAYERS("Layers"),
    /** Layers, with classes as they were written. */
    LAYERS_AS_WRITTEN("Layers without weaving");

    /** Those that are compared with each other; ratios are to the first. */
    public static final List<Contender> COMPARED = List.of(BARE, CLASS_LOADER, PF4J, FELIX, JBOSS_MODULES, LAYERS);

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** Returns what it is called in tables. */
    public String title() {
        return title;
    }

    /**
     * Starts the system.
     *
     * @param plugins the directory that plug-ins will lie in
     * @param scratch a directory for what the system stores
     */
    public PluginSystem start(Path plugins, Path scratch) throws Exception {
        return switch (this) {
            case BARE -> new BareLayers();
            case CLASS_LOADER -> new ClassLoaders();
            case PF4J -> new Pf4j(plugins);
            case FELIX -> new Felix(scratch);
            case JBOSS_MODULES -> new JBossModules();
            case LAYERS -> new Managed(Weaving.WOVEN);
            case LAYERS_AS_WRITTEN -> new Managed(Weaving.AS_WRITTEN);
        };
    }

    /** Returns how the names of the jars begin that the system consists of. */
    public List<String> libraries() {
        return switch (this) {
            case BARE, CLASS_LOADER -> List.of();
            case PF4J -> List.of("pf4j-", "java-semver-", "slf4j-");
            case FELIX -> List.of("org.apache.felix.");
            case JBOSS_MODULES -> List.of("jboss-modules-");
            case LAYERS, LAYERS_AS_WRITTEN ->
                List.of("layers-core-", "asm-", "classgraph-", "jackson-core-", "jspecify-");
        };
    }

    /** Returns the plug-in of that shape as this system wants it. */
    ModuleSource source(PluginShape shape) {
        return switch (packaging(shape)) {
            case CLASS_LOADER -> ClassLoaders.source(shape);
            case PF4J -> Pf4j.source(shape);
            case FELIX -> Felix.source(shape);
            case LAYERS -> Managed.source(shape);
            default -> BareLayers.source(shape);
        };
    }

    /** Returns the first system whose plug-in of that shape has the same bytes. */
    Contender packaging(PluginShape shape) {
        return switch (this) {
            case JBOSS_MODULES -> CLASS_LOADER;
            case LAYERS, LAYERS_AS_WRITTEN -> shape.isStarted() ? LAYERS : BARE;
            default -> this;
        };
    }
}
