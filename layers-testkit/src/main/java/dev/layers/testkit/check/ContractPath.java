package dev.layers.testkit.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Where interfaces are loaded from: from a layer if a jar or directory has a descriptor, else from a class path.
 *
 * @param loader what has the classes
 * @param text what they are called in messages
 */
record ContractPath(ClassLoader loader, String text) {
    /**
     * Makes a loader of jars and directories of classes.
     *
     * @throws UsageException if one cannot be read, or needs what is not there
     */
    static ContractPath of(List<Path> paths) {
        paths.forEach(ContractPath::requireReadable);
        ClassLoader loader = isModular(paths) ? layer(paths) : classPath(paths);
        return new ContractPath(loader, paths.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }

    /**
     * Returns the type of that binary name.
     *
     * @throws UsageException if there is none, or it needs what is not there
     */
    Class<?> load(String name) {
        return load("Service '" + name + "'", name, "an interface there; correct --service");
    }

    /** Returns the type of a service that the host lends. */
    Class<?> lent(String name) {
        return load("Host service '" + name + "'", name, "an interface there; correct --host-service or --stub");
    }

    /** Returns the class of what the host lends. */
    Class<?> implementation(String name) {
        return load("Class '" + name + "'", name, "a class there; correct --host-service");
    }

    private Class<?> load(String where, String name, String wanted) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException absent) {
            throw new UsageException(where + ": not found in " + (text.isEmpty() ? "the JDK" : text)
                    + "; wanted the binary name of " + wanted + " or add --contract JAR");
        } catch (LinkageError absent) {
            throw new UsageException(incomplete(absent));
        }
    }

    /** Says that classes of a contract lack others. */
    static String incomplete(LinkageError absent) {
        return "Contract: " + absent
                + "; wanted all that its signatures name; give the jar that has it with another --contract";
    }

    private static void requireReadable(Path path) {
        if (Files.isDirectory(path)) {
            return;
        }
        if (!Files.exists(path)) {
            throw new UsageException("Contract '" + path
                    + "': no such file; wanted a jar or a directory of classes; correct --contract");
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            jar.size();
        } catch (IOException unreadable) {
            throw new UsageException("Contract '" + path + "': not a jar (" + unreadable.getMessage()
                    + "); wanted a jar or a directory of classes; correct --contract");
        }
    }

    /** Classes without a descriptor in a directory have no name that a layer could know them by. */
    private static boolean isModular(List<Path> paths) {
        List<Set<ModuleReference>> found =
                paths.stream().map(ContractPath::modules).toList();
        return found.stream().noneMatch(Set::isEmpty)
                && found.stream()
                        .flatMap(Set::stream)
                        .anyMatch(module -> !module.descriptor().isAutomatic());
    }

    private static Set<ModuleReference> modules(Path path) {
        boolean isPlainDirectory = Files.isDirectory(path) && !Files.exists(path.resolve("module-info.class"));
        try {
            return isPlainDirectory ? Set.of() : ModuleFinder.of(path).findAll();
        } catch (FindException unnamed) {
            return Set.of();
        }
    }

    private static ClassLoader layer(List<Path> paths) {
        ModuleFinder finder = ModuleFinder.of(paths.toArray(Path[]::new));
        try {
            Set<String> names = finder.findAll().stream()
                    .map(module -> module.descriptor().name())
                    .collect(Collectors.toSet());
            ModuleLayer boot = ModuleLayer.boot();
            Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), names);
            ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, new ContractParent());
            return layer.findLoader(names.iterator().next());
        } catch (FindException | ResolutionException unresolved) {
            throw new UsageException("Contract: " + unresolved.getMessage()
                    + "; wanted modules that resolve; give the jar that is missing with another --contract");
        }
    }

    /** It stays open for as long as the process runs. */
    private static ClassLoader classPath(List<Path> paths) {
        return new URLClassLoader(paths.stream().map(ContractPath::url).toArray(URL[]::new), new ContractParent());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
