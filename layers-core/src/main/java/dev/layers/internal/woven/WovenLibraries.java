package dev.layers.internal.woven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What modules tell before and after they load native libraries, which they must do themselves. */
public final class WovenLibraries {
    private WovenLibraries() {}

    /** Tells that a file will be loaded. */
    public static void load(String file) {
        begin(file, caller());
    }

    /** Tells that the library of a name will be loaded. */
    public static void loadLibrary(String name) {
        Class<?> caller = caller();
        find(name).ifPresent(file -> begin(file, caller));
    }

    /** Tells that what was told before is loaded. */
    public static void loaded() {
        Belongings belongings = Belongings.of(caller());
        if (belongings != null) {
            NativeLibraries.ofThisJvm().end();
        }
    }

    private static void begin(String file, Class<?> caller) {
        Belongings belongings = Belongings.of(caller);
        if (belongings != null) {
            NativeLibraries.ofThisJvm().begin(canonical(file), caller.getClassLoader(), belongings);
        }
    }

    /** The JVM knows libraries by these names. */
    private static Path canonical(String file) {
        try {
            return new File(file).getCanonicalFile().toPath();
        } catch (IOException unreadable) {
            return Path.of(file).toAbsolutePath();
        }
    }

    /** Looks where the JVM does. */
    private static Optional<String> find(String name) {
        String fileName = System.mapLibraryName(name);
        return Stream.of("sun.boot.library.path", "java.library.path")
                .flatMap(property ->
                        Arrays.stream(System.getProperty(property, "").split(File.pathSeparator)))
                .map(directory -> new File(directory.isEmpty() ? "." : directory, fileName))
                .filter(File::exists)
                .map(File::getPath)
                .findFirst();
    }

    private static Class<?> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> !type.equals(WovenLibraries.class))
                        .findFirst())
                .orElse(WovenLibraries.class);
    }
}
