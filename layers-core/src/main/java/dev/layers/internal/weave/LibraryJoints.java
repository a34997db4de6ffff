package dev.layers.internal.weave;

import java.util.List;

/** What loads native libraries, for the class loader of who calls. */
final class LibraryJoints {
    private static final String SUBSTITUTE = "dev/layers/internal/woven/WovenLibraries";

    private LibraryJoints() {}

    static List<Joint> all() {
        return List.of(
                showing("java/lang/System", "load"),
                showing("java/lang/System", "loadLibrary"),
                showing("java/lang/Runtime", "load"),
                showing("java/lang/Runtime", "loadLibrary"));
    }

    private static Joint showing(String type, String method) {
        return new Joint.Showing(type, method, SUBSTITUTE, "loaded");
    }
}
