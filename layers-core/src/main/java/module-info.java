import org.jspecify.annotations.NullMarked;

/**
 * Loads modules into layers of their own, binds them to a contract, swaps them while calls are running, unloads them,
 * and proves with weak references that the JVM let them go.
 */
@NullMarked
module dev.layers.core {
    requires java.management;
    requires static transitive org.jspecify;

    exports dev.layers;
    exports dev.layers.module;

    uses dev.layers.module.ModuleLifecycle;
}
