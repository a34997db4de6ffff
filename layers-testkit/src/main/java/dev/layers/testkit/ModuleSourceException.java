package dev.layers.testkit;

import java.nio.file.Path;
import java.util.List;

/**
 * Thrown when a {@link ModuleSource} does not compile. The message carries file, line and the compiler's words in full.
 *
 * @since 0.1
 */
public final class ModuleSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ModuleSourceException(String message) {
        super(message);
    }

    static ModuleSourceException compileErrors(String subject, List<String> errors) {
        return new ModuleSourceException(subject + ": " + String.join("\n", errors));
    }

    static ModuleSourceException missingDependency(String subject, Path dependency) {
        return new ModuleSourceException(subject + ": dependency '" + dependency + "' does not exist");
    }

    static ModuleSourceException noCompiler(String subject, String home) {
        return new ModuleSourceException(subject + ": the Java runtime in '" + home
                + "' has no compiler, run on a JDK with the module 'jdk.compiler'");
    }
}
