package dev.layers.internal.layer;

import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a layer of descriptors alone for artifacts that the host has on its class path. */
final class ClassPathLayer implements ModuleFinder {
    private final List<ModuleLayer> parents;
    private final Map<String, ModuleReference> chosen = new LinkedHashMap<>();

    private ClassPathLayer(List<ModuleLayer> parents) {
        this.parents = parents;
    }

    /** Returns a layer above {@code parents} in which the artifacts of {@code types} are modules without classes. */
    static ModuleLayer above(List<ModuleLayer> parents, Collection<Class<?>> types) {
        ClassPathLayer finder = new ClassPathLayer(parents);
        finder.choose(
                types.stream().flatMap(ClassPathLayer::location).distinct().toList());
        List<Configuration> configurations =
                parents.stream().map(ModuleLayer::configuration).toList();
        Configuration configuration =
                Configuration.resolve(finder, configurations, ModuleFinder.of(), finder.chosen.keySet());
        ClassLoader none = new ClassLoader("class path descriptors", null) {};
        return ModuleLayer.defineModules(configuration, parents, name -> none).layer();
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return Optional.ofNullable(chosen.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
        return Set.copyOf(chosen.values());
    }

    /** Takes the given artifacts and what they require, as far as the class path has it. */
    private void choose(List<Path> artifacts) {
        ModuleFinder classPath = ModuleFinder.of(classPath());
        Deque<ModuleReference> open = new ArrayDeque<>();
        artifacts.forEach(artifact -> open.addAll(found(artifact)));
        while (!open.isEmpty()) {
            ModuleReference reference = open.remove();
            if (chosen.putIfAbsent(reference.descriptor().name(), reference) == null) {
                required(reference.descriptor())
                        .flatMap(name -> found(classPath, name).stream())
                        .forEach(open::add);
            }
        }
        chosen.replaceAll((name, reference) -> new Described(reference, satisfied(reference.descriptor())));
    }

    private Stream<String> required(ModuleDescriptor descriptor) {
        return descriptor.requires().stream().map(Requires::name).filter(name -> !isInParents(name));
    }

    private boolean isInParents(String name) {
        return parents.stream().anyMatch(parent -> parent.findModule(name).isPresent());
    }

    /** Leaves out what only the host itself needs and nobody can find: its classes are there all the same. */
    private ModuleDescriptor satisfied(ModuleDescriptor descriptor) {
        ModuleDescriptor.Builder builder = descriptor.isAutomatic()
                ? ModuleDescriptor.newAutomaticModule(descriptor.name())
                : ModuleDescriptor.newModule(descriptor.name());
        builder.packages(descriptor.packages());
        descriptor.version().ifPresent(builder::version);
        if (!descriptor.isAutomatic()) {
            descriptor.exports().forEach(builder::exports);
            descriptor.requires().stream()
                    .filter(requires -> chosen.containsKey(requires.name()) || isInParents(requires.name()))
                    .forEach(builder::requires);
        }
        return builder.build();
    }

    private static Set<ModuleReference> found(Path artifact) {
        try {
            return ModuleFinder.of(artifact).findAll();
        } catch (FindException notAModule) {
            return Set.of();
        }
    }

    private static Optional<ModuleReference> found(ModuleFinder finder, String name) {
        try {
            return finder.find(name);
        } catch (FindException brokenNeighbour) {
            return Optional.empty();
        }
    }

    private static Stream<Path> location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        try {
            return url == null || !url.getProtocol().equals("file") ? Stream.of() : Stream.of(Path.of(url.toURI()));
        } catch (URISyntaxException odd) {
            return Stream.of();
        }
    }

    private static Path[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toArray(Path[]::new);
    }

    /** A reference with a descriptor of its own; there is nothing to read. */
    private static final class Described extends ModuleReference {
        Described(ModuleReference original, ModuleDescriptor descriptor) {
            super(descriptor, original.location().orElse(null));
        }

        @Override
        public ModuleReader open() {
            throw new UnsupportedOperationException("Module '" + descriptor().name() + "' is read by the host");
        }
    }
}
