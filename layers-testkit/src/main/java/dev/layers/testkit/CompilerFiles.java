package dev.layers.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The files of one compilation: reads dependencies from disk, keeps class files in memory.
 *
 * <p>Under {@code --release} the compiler asks a second file manager of its own, never closed, before this one, and that
 * would open the jar of any module location of the JDK's making. So the locations that leave here are wrapped.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classFiles = new HashMap<>();

    CompilerFiles(StandardJavaFileManager disk) {
        super(disk);
    }

    Map<String, byte[]> written() {
        return classFiles.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        return new ClassFile(className.replace('.', '/') + kind.extension);
    }

    /** A declaration must be on the source path, which holds the texts and nothing else. */
    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof SourceFile
                ? location == StandardLocation.SOURCE_PATH
                : super.contains(onDisk(location), file);
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        List<Set<Location>> wrapped = new ArrayList<>();
        for (Set<Location> modules : super.listLocationsForModules(onDisk(location))) {
            wrapped.add(modules.stream().map(ModuleLocation::new).collect(Collectors.toSet()));
        }
        return wrapped;
    }

    @Override
    public String inferModuleName(Location location) throws IOException {
        return super.inferModuleName(onDisk(location));
    }

    @Override
    public boolean hasLocation(Location location) {
        return super.hasLocation(onDisk(location));
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        return super.list(onDisk(location), packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return super.inferBinaryName(onDisk(location), file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        return super.getJavaFileForInput(onDisk(location), className, kind);
    }

    private static Location onDisk(Location location) {
        return location instanceof ModuleLocation module ? module.onDisk() : location;
    }

    private record ModuleLocation(Location onDisk) implements Location {

        @Override
        public String getName() {
            return onDisk.getName();
        }

        @Override
        public boolean isOutputLocation() {
            return onDisk.isOutputLocation();
        }
    }

    private final class ClassFile extends SimpleJavaFileObject {
        private final String path;

        ClassFile(String path) {
            super(URI.create("memory:///" + path), Kind.CLASS);
            this.path = path;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classFiles.put(path, bytes);
            return bytes;
        }
    }
}
