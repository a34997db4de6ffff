package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** Looks what lies at a path; looking ends where a limit is exceeded, since a directory named by mistake may be large. */
final class ArtifactLister {
    private final Path path;
    private final Role role;
    private final Limits limits;
    private final Findings findings;
    private final SortedMap<String, ListedFile> files = new TreeMap<>();
    private int entries;
    private long bytes;

    private ArtifactLister(Path path, Role role, Limits limits) {
        this.path = path;
        this.role = role;
        this.limits = limits;
        this.findings = new Findings(path);
    }

    /** Returns the files at {@code path}. */
    static Listing list(Path path, Role role, Limits limits) throws ArtifactDefect {
        return new ArtifactLister(path, role, limits).list();
    }

    private Listing list() throws ArtifactDefect {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return listDirectory();
            }
            if (!attributes.isRegularFile()) {
                throw findings.last(Rule.ARTIFACT_SPECIAL, "neither a regular file nor a directory");
            }
            addFile(path, "", attributes);
            return listing(Listing.Kind.JAR);
        } catch (NoSuchFileException gone) {
            throw gone(String.valueOf(gone.getFile()));
        } catch (IOException failure) {
            throw unreadable(failure);
        } catch (DirectoryIteratorException failure) {
            throw unreadable(Objects.requireNonNull(failure.getCause()));
        }
    }

    /** Whether the file system tells a path through a file as nothing depends on the version of the JDK. */
    private ArtifactDefect unreadable(IOException failure) {
        Path parent = path.getParent();
        if (parent != null && Files.isRegularFile(parent)) {
            return gone(path.toString());
        }
        return findings.last(Rule.ARTIFACT_UNREADABLE, "it cannot be read: " + Unreadable.reason(failure));
    }

    private ArtifactDefect gone(String file) {
        String nothing = Files.isSymbolicLink(path) ? "a symbolic link whose target is not there" : "nothing is there";
        return path.toString().equals(file)
                ? findings.last(Rule.ARTIFACT_MISSING, nothing)
                : findings.last(Rule.NOT_READY, "'" + file + "' was removed while it was read", limits.quietText());
    }

    private Listing listDirectory() throws IOException, ArtifactDefect {
        if (isExploded()) {
            return listTree();
        }
        listJars();
        if (!files.isEmpty()) {
            return listing(Listing.Kind.DIRECTORY_OF_JARS);
        }
        findings.check();
        if (role == Role.MODULE) {
            throw findings.last(Rule.NO_MODULE, "neither a jar nor module-info.class nor META-INF/services");
        }
        entries = 0;
        Listing tree = listTree();
        if (files.keySet().stream().noneMatch(ArtifactLister::isOfALibrary)) {
            throw findings.last(noLibrary());
        }
        return tree;
    }

    /** Any directory may have been named by mistake; those of libraries have classes, or a manifest beside resources. */
    private static boolean isOfALibrary(String name) {
        return name.endsWith(".class") || name.equals(JarFile.MANIFEST_NAME);
    }

    private Finding noLibrary() {
        return new Finding(
                Rule.NO_MODULE,
                path.toString(),
                "neither a jar nor a class file nor META-INF/MANIFEST.MF",
                "jars, class files or a manifest in a private library",
                "add META-INF/MANIFEST.MF if its resources are the library, or do not name it as one");
    }

    private boolean isExploded() {
        return Files.exists(path.resolve(Descriptors.MODULE_INFO))
                || Files.isDirectory(path.resolve("META-INF").resolve("services"));
    }

    private void listJars() throws IOException, ArtifactDefect {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            for (Path child : children) {
                addJar(child, ListedFile.nameOf(child));
            }
        }
    }

    private void addJar(Path child, String name) throws IOException, ArtifactDefect {
        BasicFileAttributes attributes = attributes(child);
        if (attributes.isDirectory() && name.endsWith(".jar")) {
            findings.add(Rule.NOT_AN_ARCHIVE, "'" + name + "' is a directory");
        } else if (!attributes.isDirectory()) {
            checkKind(child, name, attributes);
        }
        if (attributes.isRegularFile() && name.endsWith(".jar")) {
            add(child, name, attributes);
        }
    }

    private Listing listTree() throws IOException, ArtifactDefect {
        walk(path, "");
        return listing(Listing.Kind.EXPLODED);
    }

    private void walk(Path directory, String prefix) throws IOException, ArtifactDefect {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                visit(child, prefix + ListedFile.nameOf(child));
            }
        }
    }

    private void visit(Path child, String name) throws IOException, ArtifactDefect {
        BasicFileAttributes attributes = attributes(child);
        EntryName.check(name, limits, findings);
        if (attributes.isDirectory()) {
            walk(child, name + "/");
        } else {
            checkKind(child, name, attributes);
        }
        if (attributes.isRegularFile()) {
            add(child, name, attributes);
        }
    }

    private BasicFileAttributes attributes(Path child) throws IOException, ArtifactDefect {
        if (++entries > limits.entries()) {
            throw findings.last(Rule.TOO_MANY_ENTRIES, "more than " + limits.entries() + " entries", limits.entries());
        }
        return Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void checkKind(Path child, String name, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            findings.add(Rule.SYMBOLIC_LINK, "'" + name + "' is a symbolic link to " + Files.readSymbolicLink(child));
        } else if (!attributes.isRegularFile()) {
            findings.add(Rule.SPECIAL_FILE, "'" + name + "' is neither a regular file nor a directory");
        }
    }

    /** Before anything is read: what files claim here is what they cost. */
    private void add(Path file, String name, BasicFileAttributes attributes) throws ArtifactDefect {
        addFile(file, name, attributes);
        bytes += attributes.size();
        if (bytes > limits.inflated()) {
            throw findings.last(
                    Rule.TOO_LARGE, "more than " + limits.inflated() + " bytes in its files", limits.inflated());
        }
    }

    private void addFile(Path file, String name, BasicFileAttributes attributes) {
        if (files.put(name, new ListedFile(file, Stamp.of(attributes))) != null) {
            findings.add(Rule.ENTRY_TWICE, "'" + name + "' stands for more than one file, in UTF-8");
        }
        if (attributes.size() > limits.file()) {
            String found = "a file of " + attributes.size() + " bytes";
            findings.add(Rule.TOO_LARGE, name.isEmpty() ? found : "'" + name + "' is " + found, limits.file());
        }
    }

    private Listing listing(Listing.Kind kind) throws ArtifactDefect {
        findings.check();
        return new Listing(path, role, kind, files);
    }
}
