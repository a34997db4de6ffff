package dev.layers.internal.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the artifacts on class paths that provide services: those whose descriptor says so, as it does on a module path, and
 * those without one whose files in {@code META-INF/services} do.
 */
final class ClassPathServices {
    private static final String DESCRIPTOR = "module-info.class";
    private static final String FILES = "META-INF/services/";

    private final Set<String> services;
    /** Of modules that are named, whose resources class paths show too. */
    private final Set<String> named;

    private final Map<String, LinkedModule> found = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    ClassPathServices(Set<String> services, Set<String> named) {
        this.services = services;
        this.named = named;
    }

    /** Returns the artifacts, by place; of one that several loaders have the first one counts. */
    List<LinkedModule> find(List<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            descriptors(loader).forEach((place, descriptor) -> add(loader, place, descriptor));
            Map<String, Map<String, List<String>>> files = new TreeMap<>();
            services.forEach(service -> addFiles(loader, service, files));
            files.forEach((place, providers) -> addPlain(loader, place, providers));
        }
        return List.copyOf(found.values());
    }

    private Map<String, ModuleDescriptor> descriptors(ClassLoader loader) {
        Map<String, ModuleDescriptor> descriptors = new TreeMap<>();
        for (URL url : resources(loader, DESCRIPTOR)) {
            String place = Locations.of(url, DESCRIPTOR);
            if (!isKnown(place)) {
                read(url).ifPresent(descriptor -> descriptors.put(place, descriptor));
            }
        }
        return descriptors;
    }

    private void add(ClassLoader loader, String place, ModuleDescriptor descriptor) {
        Map<String, List<String>> providers = descriptor.provides().stream()
                .filter(provides -> services.contains(provides.service()))
                .collect(Collectors.toMap(Provides::service, Provides::providers));
        if (!providers.isEmpty() && names.add(descriptor.name())) {
            ArtifactProviders source = new ArtifactProviders(loader, providers, ArtifactProviders.Form.DESCRIPTOR);
            found.put(place, new LinkedModule(descriptor, place, new LinkedSource(loader, source)));
        }
    }

    private void addFiles(ClassLoader loader, String service, Map<String, Map<String, List<String>>> files) {
        for (URL url : resources(loader, FILES + service)) {
            String place = Locations.of(url, FILES + service);
            if (!isKnown(place)) {
                files.computeIfAbsent(place, absent -> new TreeMap<>()).put(service, providers(url));
            }
        }
    }

    private void addPlain(ClassLoader loader, String place, Map<String, List<String>> providers) {
        String name = PlainNames.of(place, names::contains);
        names.add(name);
        ArtifactProviders source = new ArtifactProviders(loader, providers, ArtifactProviders.Form.SERVICE_FILES);
        found.put(
                place,
                new LinkedModule(
                        ModuleDescriptor.newAutomaticModule(name).build(), place, new LinkedSource(loader, source)));
    }

    private boolean isKnown(String place) {
        return place.startsWith("jrt:") || named.contains(place) || found.containsKey(place);
    }

    private static List<URL> resources(ClassLoader loader, String name) {
        try {
            return Collections.list(loader.getResources(name));
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** What this JVM cannot read, a newer one wrote; its files in {@code META-INF/services} may do. */
    private static Optional<ModuleDescriptor> read(URL url) {
        try (InputStream bytes = open(url)) {
            return Optional.of(ModuleDescriptor.read(bytes));
        } catch (InvalidModuleDescriptorException unknown) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unreadable(url.toExternalForm(), unreadable);
        }
    }

    private static List<String> providers(URL url) {
        try (InputStream bytes = open(url)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").trim())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException unreadable) {
            throw unreadable(url.toExternalForm(), unreadable);
        }
    }

    /** The cache of the JDK would keep the jar open. */
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static UncheckedIOException unreadable(String what, IOException failure) {
        return new UncheckedIOException("Class path: '" + what + "' cannot be read: " + failure.getMessage(), failure);
    }
}
