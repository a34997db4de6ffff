package dev.layers.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardLocation;

/**
 * What the compiler is told beside the text.
 *
 * @param path where the dependencies are: the class path or the module path
 * @param dependencies the entries of that path
 * @param release the feature number of the Java release to compile for
 * @param options further options, as on the command line
 */
record CompilerSettings(StandardLocation path, List<Path> dependencies, int release, List<String> options) {
    private static final int DEFAULT_RELEASE = 17;

    static CompilerSettings modulePath() {
        return new CompilerSettings(StandardLocation.MODULE_PATH, List.of(), DEFAULT_RELEASE, List.of());
    }

    static CompilerSettings classPath() {
        return new CompilerSettings(StandardLocation.CLASS_PATH, List.of(), DEFAULT_RELEASE, List.of());
    }

    CompilerSettings withDependencies(Path... added) {
        return new CompilerSettings(path, joined(dependencies, List.of(added)), release, options);
    }

    CompilerSettings withRelease(int other) {
        return new CompilerSettings(path, dependencies, other, options);
    }

    CompilerSettings withOptions(String... added) {
        return new CompilerSettings(path, dependencies, release, joined(options, List.of(added)));
    }

    /** Returns the command line; processors stay off, for they would be code of the module that runs. */
    List<String> commandLine() {
        return Stream.concat(Stream.of("-proc:none", "--release", Integer.toString(release)), options.stream())
                .toList();
    }

    private static <T> List<T> joined(List<T> former, List<T> added) {
        return Stream.concat(former.stream(), added.stream()).toList();
    }
}
