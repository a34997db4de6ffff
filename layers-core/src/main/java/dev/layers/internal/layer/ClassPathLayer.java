package dev.layers.internal.layer;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a layer of descriptors alone for what the host has on its class path.
 *
 * <p>An artifact is described as the JDK would describe it. What the JDK has no name for, such as a directory of classes
 * without a descriptor, gets a synthetic one for each loader.
 */
final class ClassPathLayer implements ModuleFinder {
    private static final String LAYERS = "dev.layers.core";

    private final List<ModuleLayer> parents;
    private final Map<String, ModuleReference> chosen = new LinkedHashMap<>();
    /** Where the classes of modules are; unknown of those that are only required. */
    private final Map<String, ClassLoader> loaders = new HashMap<>();

    private final Set<String> services;
    private final ClassPathModules classPath = new ClassPathModules();

    private ClassPathLayer(List<ModuleLayer> parents, Collection<Class<?>> types) {
        this.parents = parents;
        this.services = new HashSet<>();
        for (Class<?> type : types) {
            services.add(type.getPackageName());
        }
    }

    /** Returns a layer above {@code parents} in which the artifacts of {@code types} are modules without classes. */
    static ModuleLayer above(List<ModuleLayer> parents, Collection<Class<?>> types) {
        ClassPathLayer finder = new ClassPathLayer(parents, types);
        finder.chooseArtifacts(types);
        finder.describe(types);
        List<Configuration> configurations = new ArrayList<>();
        for (ModuleLayer parent : parents) {
            configurations.add(parent.configuration());
        }
        Configuration configuration =
                Configuration.resolve(finder, configurations, ModuleFinder.of(), finder.chosen.keySet());
        return ModuleLayer.defineModules(
                        configuration, parents, name -> new NoClasses(Optional.ofNullable(finder.loaders.get(name))))
                .layer();
    }

    /** Returns a layer whose modules are descriptors alone. */
    static ModuleLayer describe(Configuration configuration, List<ModuleLayer> parents) {
        ClassLoader none = new NoClasses(Optional.empty());
        return ModuleLayer.defineModules(configuration, parents, name -> none).layer();
    }

    /** Returns whether {@code module} is a descriptor whose classes are on the class path. */
    static boolean isDescribed(Module module) {
        return module.getClassLoader() instanceof NoClasses;
    }

    /** Returns the loader that has the classes of a described module, if it is known. */
    static Optional<ClassLoader> source(Module module) {
        return module.getClassLoader() instanceof NoClasses described ? described.source : Optional.empty();
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return Optional.ofNullable(chosen.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
        return Set.copyOf(chosen.values());
    }

    /** Takes the artifacts of types and what they require, as far as the class path has it. */
    private void chooseArtifacts(Collection<Class<?>> types) {
        Deque<ModuleReference> open = new ArrayDeque<>();
        for (Class<?> type : types) {
            ModuleReference reference = artifact(type);
            if (reference != null) {
                loaders.putIfAbsent(reference.descriptor().name(), type.getClassLoader());
                open.add(reference);
            }
        }
        while (!open.isEmpty()) {
            ModuleReference reference = open.remove();
            if (chosen.putIfAbsent(reference.descriptor().name(), reference) == null) {
                addRequired(reference.descriptor(), open);
            }
        }
    }

    /** What Layers itself requires is no business of modules; to look for it, all of the class path would be read. */
    private void addRequired(ModuleDescriptor descriptor, Collection<ModuleReference> open) {
        if (descriptor.name().equals(LAYERS)) {
            return;
        }
        for (Requires requires : descriptor.requires()) {
            if (!isInParents(requires.name())) {
                classPath.find(requires.name()).ifPresent(open::add);
            }
        }
    }

    /** Returns the module that the artifact of a type is, if others see the type in it. */
    private static @Nullable ModuleReference artifact(Class<?> type) {
        Optional<Path> location = ClassPathLocation.of(type);
        if (location.isPresent()) {
            for (ModuleReference reference : ClassPathModules.in(location.get())) {
                if (isExported(reference.descriptor(), type.getPackageName())) {
                    return reference;
                }
            }
        }
        return null;
    }

    /** Makes the descriptors. Packages that two have are those of the first: automatic modules read all others. */
    private void describe(Collection<Class<?>> types) {
        boolean hasAutomatic = false;
        for (Map.Entry<String, ModuleReference> each : chosen.entrySet()) {
            ModuleReference reference = each.getValue();
            hasAutomatic |= reference.descriptor().isAutomatic();
            if (!reference.descriptor().isAutomatic()) {
                each.setValue(new Described(reference.location(), satisfied(reference.descriptor())));
            }
        }
        List<Class<?>> undescribed = undescribed(types);
        if (hasAutomatic || !undescribed.isEmpty()) {
            describeOthers(types);
        }
    }

    /** Describes what declares no exports. */
    private void describeOthers(Collection<Class<?>> types) {
        Set<String> taken = new HashSet<>();
        parents.forEach(parent -> addExported(parent, taken));
        chosen.values().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> !descriptor.isAutomatic())
                .forEach(descriptor -> descriptor.exports().forEach(exports -> taken.add(exports.source())));
        chosen.replaceAll((name, reference) -> reference.descriptor().isAutomatic()
                ? new Described(reference.location(), automatic(reference.descriptor(), taken))
                : reference);
        undescribed(types).stream()
                .collect(Collectors.groupingBy(Class::getClassLoader, LinkedHashMap::new, Collectors.toList()))
                .forEach((loader, ofLoader) -> addSynthetic(loader, ofLoader, taken));
    }

    private List<Class<?>> undescribed(Collection<Class<?>> types) {
        List<Class<?>> undescribed = new ArrayList<>();
        for (Class<?> type : types) {
            boolean isDescribed = false;
            for (String name : chosen.keySet()) {
                isDescribed |= isOf(type, name);
            }
            if (!isDescribed) {
                undescribed.add(type);
            }
        }
        return undescribed;
    }

    private boolean isOf(Class<?> type, String name) {
        ModuleReference reference = chosen.get(name);
        return reference != null
                && type.getClassLoader().equals(loaders.get(name))
                && isExported(reference.descriptor(), type.getPackageName());
    }

    private void addSynthetic(ClassLoader loader, List<Class<?>> types, Set<String> taken) {
        Set<String> packages = new TreeSet<>();
        types.forEach(type -> packages.addAll(ClassPathLocation.packages(type)));
        packages.removeIf(packageName -> !taken.add(packageName));
        if (!packages.isEmpty()) {
            String name =
                    ClassPathLocation.name(types.get(0), other -> chosen.containsKey(other) || isInParents(other));
            chosen.put(name, new Described(Optional.empty(), synthetic(name, Optional.empty(), packages)));
            loaders.put(name, loader);
        }
    }

    private static void addExported(ModuleLayer layer, Set<String> packages) {
        layer.modules()
                .forEach(module ->
                        module.getPackages().stream().filter(module::isExported).forEach(packages::add));
        layer.parents().forEach(parent -> addExported(parent, packages));
    }

    private static boolean isExported(ModuleDescriptor descriptor, String packageName) {
        return descriptor.isAutomatic()
                ? descriptor.packages().contains(packageName)
                : isExportedToAll(descriptor, packageName);
    }

    private static boolean isExportedToAll(ModuleDescriptor descriptor, String packageName) {
        for (Exports exports : descriptor.exports()) {
            if (!exports.isQualified() && exports.source().equals(packageName)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInParents(String name) {
        for (ModuleLayer parent : parents) {
            if (parent.findModule(name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private ModuleDescriptor automatic(ModuleDescriptor descriptor, Set<String> taken) {
        Set<String> packages = new TreeSet<>(descriptor.packages());
        packages.removeIf(packageName -> !taken.add(packageName));
        if (!packages.stream().allMatch(this::isKin)) {
            return synthetic(descriptor.name(), descriptor.version(), packages);
        }
        ModuleDescriptor.Builder builder =
                ModuleDescriptor.newAutomaticModule(descriptor.name()).packages(packages);
        descriptor.version().ifPresent(builder::version);
        return builder.build();
    }

    /** Libraries that lie beside the contract are not exported: whoever reads it could not bring its own. */
    private ModuleDescriptor synthetic(String name, Optional<ModuleDescriptor.Version> version, Set<String> packages) {
        ModuleDescriptor.Builder builder = ModuleDescriptor.newModule(name, Set.of(ModuleDescriptor.Modifier.SYNTHETIC))
                .packages(packages)
                .requires("java.base");
        version.ifPresent(builder::version);
        packages.stream().filter(this::isKin).forEach(builder::exports);
        return builder.build();
    }

    /** Returns whether a package begins as one of the services does, by two names. */
    private boolean isKin(String packageName) {
        return services.stream().anyMatch(service -> root(service).equals(root(packageName)));
    }

    private static String root(String packageName) {
        return Stream.of(packageName.split("\\.")).limit(2).collect(Collectors.joining("."));
    }

    /** Leaves out what only the host itself needs and nobody can find: its classes are there all the same. */
    private ModuleDescriptor satisfied(ModuleDescriptor descriptor) {
        ModuleDescriptor.Builder builder =
                ModuleDescriptor.newModule(descriptor.name()).packages(descriptor.packages());
        descriptor.version().ifPresent(builder::version);
        descriptor.exports().forEach(builder::exports);
        for (Requires requires : descriptor.requires()) {
            if (chosen.containsKey(requires.name()) || isInParents(requires.name())) {
                builder.requires(requires);
            }
        }
        return builder.build();
    }

    /** The loader of modules that are descriptors alone. */
    private static final class NoClasses extends ClassLoader {
        private final Optional<ClassLoader> source;

        NoClasses(Optional<ClassLoader> source) {
            super("class path descriptors", null);
            this.source = source;
        }
    }
}
