package dev.layers.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module as text, compiled to a jar or an exploded directory.
 *
 * <p>A source is immutable: each method returns another source with one thing more, so one source can be the stem of
 * several variants. Compiling happens in memory, sees the platform and the {@linkplain #dependsOn dependencies} but never
 * the class path of the caller, and loads nothing of the module. Annotation processors do not run; warnings are ignored.
 *
 * {@snippet class="dev.layers.testkit.ModuleSourceTest" region="modular"}
 *
 * @since 0.1
 */
public final class ModuleSource {
    private static final String SERVICES = "META-INF/services/";

    private final List<SourceText> sources;
    private final Content content;
    private final CompilerSettings settings;

    private ModuleSource(List<SourceText> sources, Content content, CompilerSettings settings) {
        this.sources = sources;
        this.content = content;
        this.settings = settings;
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
                List.of(SourceText.ofModule(declaration)), Content.empty(), CompilerSettings.modulePath());
    }

    /**
     * Returns the source of a module without a descriptor: its dependencies are on the class path, and its jar becomes an
     * automatic module where it is put on the module path.
     *
     * @return a source with nothing in it
     */
    public static ModuleSource plain() {
        return new ModuleSource(List.of(), Content.empty(), CompilerSettings.classPath());
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
        SourceText added = SourceText.ofType(text);
        if (sources.stream().anyMatch(source -> source.path().equals(added.path()))) {
            throw new IllegalArgumentException(subject() + ": '" + added.path() + "' was added before");
        }
        return new ModuleSource(
                Stream.concat(sources.stream(), Stream.of(added)).toList(), content, settings);
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
        return new ModuleSource(sources, content.with(path, bytes), settings);
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
        return new ModuleSource(sources, content.withLines(SERVICES + service, List.of(providers)), settings);
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
        return new ModuleSource(sources, content.withAttribute(attribute, value), settings);
    }

    /**
     * Adds dependencies: to the module path of a module with a descriptor, to the class path of a plain one.
     *
     * @param dependencies jars, exploded directories, or (with a descriptor) directories of modules
     * @return this source with the dependencies
     */
    public ModuleSource dependsOn(Path... dependencies) {
        return new ModuleSource(sources, content, settings.withDependencies(dependencies));
    }

    /**
     * Compiles for another Java release than 17.
     *
     * @param release the feature number of the release
     * @return this source with the release
     */
    public ModuleSource release(int release) {
        return new ModuleSource(sources, content, settings.withRelease(release));
    }

    /**
     * Adds options for the compiler, each word on its own: {@code "--module-version", "1.2"}.
     *
     * @param options options as on the command line of {@code javac}
     * @return this source with the options
     */
    public ModuleSource compilerOptions(String... options) {
        return new ModuleSource(sources, content, settings.withOptions(options));
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
        Artifact artifact = artifact();
        try {
            artifact.writeJar(jar);
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
        Artifact artifact = artifact();
        try {
            artifact.writeDirectory(directory);
        } catch (IOException exception) {
            throw notWritten(directory, exception);
        }
        return directory;
    }

    /**
     * Compiles the module and returns the jar that {@link #toJar} would write, for a test that truncates it or writes it
     * over another in place.
     *
     * @return the bytes of the jar
     * @throws ModuleSourceException if the module does not compile
     * @throws IllegalArgumentException if the compiler knows no such option or release
     * @throws UncheckedIOException if a file cannot be read
     */
    public byte[] bytes() {
        return artifact().jar();
    }

    private Artifact artifact() {
        return content.artifact(new Compilation(subject(), sources, settings).classFiles());
    }

    private String subject() {
        return sources.stream()
                .flatMap(source -> source.module().stream())
                .findFirst()
                .or(content::automaticModule)
                .map(module -> "Module '" + module + "'")
                .orElse("Plain module");
    }

    private UncheckedIOException notWritten(Path path, IOException cause) {
        return new UncheckedIOException(subject() + ": '" + path + "' was not written: " + cause.getMessage(), cause);
    }
}
