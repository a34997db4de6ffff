package dev.layers.docs.change;

import dev.layers.docs.read.BoundedBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;

/** The class files of a release by their names, those for later JDKs only left out. */
final class Classes {
    private static final String ENDING = ".class";
    /** A class file that is larger was made to fill the memory. */
    private static final int LARGEST_MIB = 16;

    private final BoundedBytes bounded = new BoundedBytes(LARGEST_MIB << 20);

    private final SortedMap<String, byte[]> byName = new TreeMap<>();

    private Classes() {}

    static Classes in(List<Path> paths) throws ChangeException {
        Classes classes = new Classes();
        for (Path path : paths) {
            try {
                classes.add(path);
            } catch (IOException failure) {
                throw ChangeException.unreadable(path, failure);
            }
        }
        return classes;
    }

    /** Returns them as the bytes of one jar. */
    byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            jar.setLevel(0);
            for (var entry : byName.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void add(Path path) throws IOException {
        try {
            addAll(path);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void addAll(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            addJar(path);
            return;
        }
        List<Path> jars;
        try (Stream<Path> entries = Files.list(path)) {
            jars = entries.filter(entry -> entry.toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            addJar(jar);
        }
        addDirectory(path);
    }

    private void addDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                if (isWanted(name)) {
                    add(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private void addJar(Path path) throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (isWanted(entry.getName())) {
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        add(entry.getName(), bounded(entry, bytes));
                    }
                }
            }
        }
    }

    private byte[] bounded(ZipEntry entry, InputStream bytes) throws IOException {
        return bounded.read(bytes)
                .orElseThrow(() -> new IOException("'" + entry.getName() + "' is larger than " + LARGEST_MIB + " MiB"));
    }

    private void add(String name, byte[] bytes) {
        if (isClass(bytes)) {
            byName.putIfAbsent(name, bytes);
        }
    }

    private static boolean isWanted(String name) {
        return name.endsWith(ENDING)
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    /** Returns whether the bytes are a class file; what is broken is told of by whoever read the modules. */
    private static boolean isClass(byte[] bytes) {
        try {
            return new ClassReader(bytes).getClassName() != null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            return false;
        }
    }
}
