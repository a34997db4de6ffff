package dev.layers.internal.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What can be said of a directory or jar on the class path that is no module. */
final class ClassPathLocation {
    private static final String PREFIX = "host.";

    private ClassPathLocation() {}

    /** Returns the directory or jar that a type was loaded from, if it is one of the file system. */
    static Optional<Path> of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        try {
            return url == null || !url.getProtocol().equals("file")
                    ? Optional.empty()
                    : Optional.of(Path.of(url.toURI()));
        } catch (URISyntaxException | IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    /** Returns the packages that lie beside a type, its own included; what no module could have is left out. */
    static Set<String> packages(Class<?> type) {
        Set<String> packages = new TreeSet<>(Set.of(type.getPackageName()));
        of(type).ifPresent(location -> addPackages(location, packages));
        packages.removeIf(name -> !isLegal(name));
        return packages;
    }

    /** Returns a name for the module that a type is described in, one that is not {@code taken}. */
    static String name(Class<?> type, Predicate<String> taken) {
        String wanted = of(type).map(Path::getFileName)
                .map(file -> PREFIX + words(file.toString()))
                .filter(ClassPathLocation::isLegal)
                .orElse(PREFIX + "classpath");
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String words(String file) {
        return file.replaceFirst("\\.jar$", "")
                .replaceAll("[^A-Za-z0-9]+", ".")
                .replaceAll("(^|\\.)[0-9].*", "")
                .replaceAll("^\\.|\\.$", "");
    }

    /** A location that cannot be read says nothing of its packages. */
    private static void addPackages(Path location, Set<String> packages) {
        try {
            if (Files.isDirectory(location)) {
                addOfDirectory(location, packages);
            } else {
                addOfJar(location, packages);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return;
        }
    }

    private static void addOfDirectory(Path directory, Set<String> packages) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> directory.relativize(file).getParent())
                    .filter(parent -> parent != null)
                    .map(parent ->
                            parent.toString().replace(parent.getFileSystem().getSeparator(), "."))
                    .forEach(packages::add);
        }
    }

    private static void addOfJar(Path jar, Set<String> packages) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .forEach(packages::add);
        }
    }

    private static boolean isLegal(String name) {
        try {
            ModuleDescriptor.newModule(name).packages(Set.of(name));
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
