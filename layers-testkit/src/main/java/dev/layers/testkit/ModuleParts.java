package dev.layers.testkit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a module is made of.
 *
 * @param sources the source files
 * @param versions the source files for single Java releases
 * @param content what it holds beside class files
 * @param settings what the compiler is told
 * @param dependencies sources that it is compiled against
 * @param damage what is done to the compiled files in the end
 */
record ModuleParts(
        List<SourceText> sources,
        List<VersionedText> versions,
        Content content,
        CompilerSettings settings,
        List<ModuleSource> dependencies,
        Damage damage) {
    private static final String VERSIONS = "META-INF/versions/";

    static ModuleParts of(List<SourceText> sources, CompilerSettings settings) {
        return new ModuleParts(sources, List.of(), Content.empty(), settings, List.of(), Damage.none());
    }

    ModuleParts with(SourceText added) {
        if (hasFile(added)) {
            throw new IllegalArgumentException(subject() + ": '" + added.path() + "' was added before");
        }
        return new ModuleParts(joined(sources, List.of(added)), versions, content, settings, dependencies, damage);
    }

    ModuleParts with(VersionedText added) {
        if (versions.stream()
                .anyMatch(known -> known.release() == added.release()
                        && known.source().path().equals(added.source().path()))) {
            throw new IllegalArgumentException(
                    subject() + ": '" + added.source().path() + "' was added before for Java " + added.release());
        }
        Content versioned = content.withAttribute("Multi-Release", "true");
        return new ModuleParts(sources, joined(versions, List.of(added)), versioned, settings, dependencies, damage);
    }

    ModuleParts with(Content other) {
        return new ModuleParts(sources, versions, other, settings, dependencies, damage);
    }

    ModuleParts with(CompilerSettings other) {
        return new ModuleParts(sources, versions, content, other, dependencies, damage);
    }

    ModuleParts with(Damage next) {
        return new ModuleParts(sources, versions, content, settings, dependencies, damage.then(next));
    }

    ModuleParts dependingOn(List<ModuleSource> added) {
        return new ModuleParts(sources, versions, content, settings, joined(dependencies, added), damage);
    }

    ModuleParts dependingOn(Class<?>... types) {
        Path[] places = Stream.of(types)
                .map(type -> new TypePlace(subject(), type))
                .flatMap(place -> (isModular() ? place.ofModule() : place.path()).stream())
                .toArray(Path[]::new);
        return with(settings.withDependencies(places));
    }

    boolean isModular() {
        return sources.stream().anyMatch(source -> source.module().isPresent());
    }

    /** Returns what messages call the module. */
    String subject() {
        return sources.stream()
                .flatMap(source -> source.module().stream())
                .findFirst()
                .or(content::automaticModule)
                .map(module -> "Module '" + module + "'")
                .orElse("Plain module");
    }

    /** Compiles the module. */
    Artifact artifact() {
        try (CompiledDependencies compiled = CompiledDependencies.of(dependencies)) {
            CompilerSettings complete = settings.withDependencies(compiled.paths());
            Map<String, byte[]> classFiles =
                    new LinkedHashMap<>(new Compilation(subject(), sources, complete).classFiles());
            versions.forEach(version -> classFiles.putAll(versioned(version, complete)));
            return new Artifact(damage.in(content.artifact(classFiles).entries()));
        }
    }

    /** Compiles the module and returns the first {@code length} bytes of its jar. */
    byte[] beginning(int length) {
        byte[] whole = artifact().jar();
        if (length < 0 || length >= whole.length) {
            throw new IllegalArgumentException(
                    subject() + ": " + length + " bytes of a jar of " + whole.length + " is no part of it");
        }
        return Arrays.copyOf(whole, length);
    }

    /** Compiles one text for its release, in the place of the one that the module has for all others. */
    private Map<String, byte[]> versioned(VersionedText version, CompilerSettings complete) {
        Stream<SourceText> others = sources.stream()
                .filter(source -> !source.path().equals(version.source().path()));
        List<SourceText> texts =
                Stream.concat(others, Stream.of(version.source())).toList();
        CompilerSettings released = complete.withRelease(version.release());
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        new Compilation(subject(), texts, released).classFiles().forEach((path, bytes) -> {
            if (version.makes(path)) {
                classFiles.put(VERSIONS + version.release() + "/" + path, bytes);
            }
        });
        return classFiles;
    }

    private boolean hasFile(SourceText added) {
        return sources.stream().anyMatch(source -> source.path().equals(added.path()));
    }

    private static <T> List<T> joined(List<T> former, List<T> added) {
        return Stream.concat(former.stream(), added.stream()).toList();
    }
}
