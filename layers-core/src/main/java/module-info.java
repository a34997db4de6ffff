import org.jspecify.annotations.NullMarked;

/**
 * Loads modules into layers of their own, binds them to a contract, swaps them while calls are running, unloads them,
 * and proves with weak references that the JVM let them go.
 */
@NullMarked
module dev.layers.core {
    requires com.fasterxml.jackson.core;
    requires io.github.classgraph;
    requires java.management;
    requires org.objectweb.asm;
    requires static java.desktop;
    requires static java.logging;
    requires static java.prefs;
    requires static java.sql;
    requires static jdk.jfr;
    requires static transitive org.jspecify;

    exports dev.layers;
    exports dev.layers.module;
    exports dev.layers.preflight;
    exports dev.layers.retention;

    uses dev.layers.module.ModuleLifecycle;
}
