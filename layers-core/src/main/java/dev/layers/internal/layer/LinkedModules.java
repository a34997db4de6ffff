package dev.layers.internal.layer;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules that an application was started with and that provide services of a contract, by name.
 *
 * <p>A module on the module path that has types of the contract is the host's, whatever it provides. An artifact on the
 * class path may be all in one.
 */
public final class LinkedModules {
    private final Map<String, LinkedModule> modules = new TreeMap<>();
    private final Set<Module> own;
    private final Set<String> locations;
    /** Whether classes on the class path are of one of the modules; they stay for as long as this does. */
    private final ClassValue<Boolean> isInOwnLocation = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return location(type).filter(locations::contains).isPresent();
        }
    };

    private LinkedModules(List<Class<?>> types, Set<String> services) {
        Set<Module> hosts = types.stream().map(Class::getModule).collect(Collectors.toSet());
        ModuleGraph graph = ModuleGraph.of(types);
        List<Module> providing = graph.modules().stream()
                .filter(module -> provides(module, services) && !hosts.contains(module))
                .toList();
        providing.forEach(module -> modules.putIfAbsent(module.getName(), named(module)));
        own = graph.ownedBy(providing, hosts);
        Set<String> shared =
                types.stream().flatMap(type -> location(type).stream()).collect(Collectors.toSet());
        locations = new LinkedHashSet<>();
        for (LinkedModule artifact : new ClassPathServices(services, graph.locations()).find(loaders(types))) {
            modules.putIfAbsent(artifact.name(), artifact);
            locations.add(artifact.location());
        }
        locations.removeAll(shared);
    }

    /**
     * Finds them: in the layers of named modules that {@code types} are of, and on the class paths that have others.
     *
     * @param types what hosts and modules share
     * @param services the names of the services that make a module one of these
     */
    public static LinkedModules of(List<Class<?>> types, Set<String> services) {
        return new LinkedModules(types, services);
    }

    /** Returns all, by name. */
    public Collection<LinkedModule> all() {
        return List.copyOf(modules.values());
    }

    /** Returns the module called {@code name}. */
    public Optional<LinkedModule> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** Returns the module that a file at {@code path} would be: by the name of its jar, or by what the JDK makes of that. */
    public Optional<LinkedModule> findByFile(Path path) {
        String file = String.valueOf(path.getFileName());
        return find(file)
                .or(() -> find(PlainNames.derived(file)))
                .or(() -> modules.values().stream()
                        .filter(module -> Locations.fileName(module.location()).equals(file))
                        .findFirst());
    }

    /**
     * Returns whether {@code type} is of one of the modules, or of a library that they alone require; of what lies on the
     * class path nobody can tell whose library it is.
     */
    public boolean own(Class<?> type) {
        return type.getModule().isNamed() ? own.contains(type.getModule()) : isInOwnLocation.get(type);
    }

    private static boolean provides(Module module, Set<String> services) {
        return module.getDescriptor().provides().stream().anyMatch(provides -> services.contains(provides.service()));
    }

    private static LinkedModule named(Module module) {
        return new LinkedModule(
                module.getDescriptor(),
                ModuleGraph.location(module).orElse(module.getName()),
                new LinkedSource(module.getClassLoader(), new NamedProviders(module)));
    }

    /** Returns the loaders of the class paths, that of the first type first. */
    private static List<ClassLoader> loaders(List<Class<?>> types) {
        return types.stream()
                .filter(type -> !type.getModule().isNamed())
                .flatMap(type -> Stream.ofNullable(type.getClassLoader()))
                .distinct()
                .toList();
    }

    /** Returns where a class on the class path was read from, as text. */
    private static Optional<String> location(Class<?> type) {
        CodeSource source =
                type.getModule().isNamed() ? null : type.getProtectionDomain().getCodeSource();
        return source == null
                ? Optional.empty()
                : Optional.ofNullable(source.getLocation()).map(url -> Locations.normal(url.toExternalForm()));
    }
}
