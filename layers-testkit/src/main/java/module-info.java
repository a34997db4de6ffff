import org.jspecify.annotations.NullMarked;

/** Compiles modules from text, for tests that load, reload and unload them. */
@NullMarked
module dev.layers.testkit {
    requires java.compiler;
    requires static transitive org.jspecify;
    requires transitive dev.layers.core;
    requires transitive org.assertj.core;

    exports dev.layers.testkit;
}
