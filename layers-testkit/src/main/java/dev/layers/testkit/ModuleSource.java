package dev.layers.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A module as text, compiled to a jar or an exploded directory.
 *
 * <p>A source is immutable: each method returns another source with one thing more, so one source can be the stem of
 * several variants. Compiling happens in memory, sees the platform and the {@linkplain #dependsOn(Class...) dependencies} but never
 * the class path of the caller, and loads nothing of the module. Annotation processors do not run; warnings are ignored.
 *
 * {@snippet class="dev.layers.testkit.ModuleSourceTest" region="modular"}
 *
 * @since 0.1
 */
public final class ModuleSource {
    private static final String SERVICES = "META-INF/services/";

    private final ModuleParts parts;

    private ModuleSource(ModuleParts parts) {
        this.parts = parts;
    }

    /**
     * Returns the source of a module with a descriptor.
     *
     * @param declaration the text of {@code module-info.java}
     * @return a source with the declaration and nothing else
     * @throws IllegalArgumentException if the text declares no module
     */
    public static ModuleSource module(String declaration) {
        return new ModuleSource(
                ModuleParts.of(List.of(SourceText.ofModule(declaration)), CompilerSettings.modulePath()));
    }

    /**
     * Returns the source of a module without a descriptor: its dependencies are on the class path, and its jar becomes an
     * automatic module where it is put on the module path.
     *
     * @return a source with nothing in it
     */
    public static ModuleSource plain() {
        return new ModuleSource(ModuleParts.of(List.of(), CompilerSettings.classPath()));
    }

    /**
     * Adds a source file, named after its package and the first top-level type in it. A text with a package and no type
     * is the {@code package-info.java} of that package.
     *
     * @param text the text of the file
     * @return this source with the file
     * @throws IllegalArgumentException if the text has no package, or a file of that name was added before
     */
    public ModuleSource type(String text) {
        return new ModuleSource(parts.with(SourceText.ofType(text)));
    }

    /**
     * Adds a resource.
     *
     * @param path the path of the resource within the module, with slashes
     * @param text its text, written as UTF-8
     * @return this source with the resource
     * @throws IllegalArgumentException if the path is absolute, leaves the module, or was added before
     */
    public ModuleSource resource(String path, String text) {
        return resource(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a resource. One with the path of a class file takes its place, so that a test can damage a class.
     *
     * @param path the path of the resource within the module, with slashes
     * @param bytes its content
     * @return this source with the resource
     * @throws IllegalArgumentException if the path is absolute, leaves the module, or was added before
     */
    public ModuleSource resource(String path, byte[] bytes) {
        return new ModuleSource(parts.with(parts.content().with(path, bytes)));
    }

    /**
     * Adds providers to the entry of a service below {@code META-INF/services}. The module path heeds the entry in a plain
     * jar only; a module with a descriptor names its providers there.
     *
     * @param service the binary name of the service
     * @param providers the binary names of its providers
     * @return this source with the providers
     */
    public ModuleSource service(String service, String... providers) {
        return new ModuleSource(parts.with(parts.content().withLines(SERVICES + service, List.of(providers))));
    }

    /**
     * Adds a main attribute to the manifest, or replaces it.
     *
     * @param attribute the name of the attribute, such as {@code Automatic-Module-Name}
     * @param value its value
     * @return this source with the attribute
     * @throws IllegalArgumentException if the name is none a manifest can have
     */
    public ModuleSource manifest(String attribute, String value) {
        return new ModuleSource(parts.with(parts.content().withAttribute(attribute, value)));
    }

    /**
     * Adds dependencies: to the module path of a module with a descriptor, to the class path of a plain one.
     *
     * @param dependencies jars, exploded directories, or (with a descriptor) directories of modules
     * @return this source with the dependencies
     */
    public ModuleSource dependsOn(Path... dependencies) {
        return new ModuleSource(parts.with(parts.settings().withDependencies(dependencies)));
    }

    /**
     * Adds the jars or directories that types come from, such as the contract of a test.
     *
     * @param types types of any library; for a {@linkplain #plain plain} module also of the caller's own test classes, in
     *     a directory that is no module
     * @return this source with the dependencies
     * @throws IllegalArgumentException if a type comes from no file, or from none that a module with a descriptor can have
     */
    public ModuleSource dependsOn(Class<?>... types) {
        return new ModuleSource(parts.dependingOn(types));
    }

    /**
     * Adds sources to compile against, such as that of a contract. They and what they depend on are compiled with this one each
     * time, and are no part of it.
     *
     * @param dependencies sources of modules for one with a descriptor, any for a plain one
     * @return this source with the dependencies
     */
    public ModuleSource dependsOn(ModuleSource... dependencies) {
        return new ModuleSource(parts.dependingOn(List.of(dependencies)));
    }

    /**
     * Sets the version: in the descriptor of a module that has one, else as {@code Implementation-Version} in the manifest.
     *
     * @param version a version as in {@code 1.2-beta}
     * @return this source with the version
     */
    public ModuleSource version(String version) {
        return parts.isModular()
                ? compilerOptions("--module-version", version)
                : manifest("Implementation-Version", version);
    }

    /**
     * Adds a source file for one Java release and later ones, which makes the jar a multi-release one. Only its first top-level type and
     * the types within that are taken.
     *
     * @param release the feature number of the release, which the running JDK must be able to compile for
     * @param type the text of the file
     * @return this source with the file
     * @throws IllegalArgumentException if the text has no package, or a file of that name was added before for the release
     */
    public ModuleSource release(int release, String type) {
        return new ModuleSource(parts.with(new VersionedText(release, SourceText.ofType(type))));
    }

    /**
     * Leaves a file out once the module is compiled, such as the class of a provider that the descriptor names.
     *
     * @param path the path of the file within the module; writing the module fails if there is none
     * @return this source, damaged
     */
    public ModuleSource without(String path) {
        return new ModuleSource(parts.with(Damage.without(parts.subject(), path)));
    }

    /**
     * Marks a compiled class as one of another Java release.
     *
     * @param path the path of the class file within the module; writing the module fails if there is none
     * @param major the major version of the class file format, which is the feature number of the release and 44
     * @return this source, damaged
     */
    public ModuleSource classFileVersion(String path, int major) {
        return new ModuleSource(parts.with(Damage.classFileVersion(parts.subject(), path, major)));
    }

    /**
     * Takes a file of another module instead of the own one: with {@code module-info.class} the module says of itself what is true of
     * the other.
     *
     * @param path the path of the file in both modules; writing the module fails if the other has none
     * @param other the source of the other module
     * @return this source, damaged
     */
    public ModuleSource taking(String path, ModuleSource other) {
        return new ModuleSource(parts.with(Damage.taking(path, other)));
    }

    /**
     * Compiles for another Java release than 17.
     *
     * @param release the feature number of the release
     * @return this source with the release
     */
    public ModuleSource release(int release) {
        return new ModuleSource(parts.with(parts.settings().withRelease(release)));
    }

    /**
     * Adds options for the compiler, each word on its own: {@code "--module-version", "1.2"}.
     *
     * @param options options as on the command line of {@code javac}
     * @return this source with the options
     */
    public ModuleSource compilerOptions(String... options) {
        return new ModuleSource(parts.with(parts.settings().withOptions(options)));
    }

    /**
     * Compiles the module and writes it as a jar, by a rename over whatever has that name: no reader ever sees half a jar,
     * and one that has the former jar open keeps it. The same source gives the same bytes.
     *
     * @param jar the file to write; its directory is made if there is none
     * @return the file
     * @throws ModuleSourceException if the module does not compile
     * @throws IllegalArgumentException if the compiler knows no such option or release
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public Path toJar(Path jar) {
        try {
            parts.artifact().writeJar(jar);
        } catch (IOException exception) {
            throw notWritten(jar, exception);
        }
        return jar;
    }

    /**
     * Compiles the module and writes it as an exploded directory. Files that are there already are overwritten; others
     * stay.
     *
     * @param directory the directory to write; it is made if there is none
     * @return the directory
     * @throws ModuleSourceException if the module does not compile
     * @throws IllegalArgumentException if the compiler knows no such option or release
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public Path toDirectory(Path directory) {
        try {
            parts.artifact().writeDirectory(directory);
        } catch (IOException exception) {
            throw notWritten(directory, exception);
        }
        return directory;
    }

    /**
     * Compiles the module and writes the beginning of its jar, as a copy does that was interrupted.
     *
     * @param jar the file to write; its directory must be there
     * @param length how many bytes to write
     * @return the file
     * @throws IllegalArgumentException if the jar is not longer than that
     */
    public Path toTruncatedJar(Path jar, int length) {
        try {
            return Files.write(jar, parts.beginning(length));
        } catch (IOException exception) {
            throw notWritten(jar, exception);
        }
    }

    /**
     * Compiles the module and returns the jar that {@link #toJar} would write, for a test that changes it or writes it
     * over another in place.
     *
     * @return the bytes of the jar
     * @throws ModuleSourceException if the module does not compile
     * @throws IllegalArgumentException if the compiler knows no such option or release
     * @throws UncheckedIOException if a file cannot be read
     */
    public byte[] bytes() {
        return parts.artifact().jar();
    }

    /** Returns what the module is made of. */
    ModuleParts parts() {
        return parts;
    }

    private UncheckedIOException notWritten(Path path, IOException cause) {
        return new UncheckedIOException(
                parts.subject() + ": '" + path + "' was not written: " + cause.getMessage(), cause);
    }
}
