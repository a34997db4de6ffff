import org.jspecify.annotations.NullMarked;

/**
 * Compiles modules from text, for tests that load, reload and unload them, and asserts that the JVM lets them go. The extension
 * for JUnit Jupiter needs {@code org.junit.jupiter.api}; nothing else does.
 */
@NullMarked
module dev.layers.testkit {
    requires com.fasterxml.jackson.core;
    requires java.compiler;
    requires java.management;
    requires static info.picocli;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires transitive dev.layers.core;
    requires transitive org.assertj.core;

    exports dev.layers.testkit;
    exports dev.layers.testkit.junit;
    exports dev.layers.testkit.leaks;

    opens dev.layers.testkit.check to
            info.picocli;
}
