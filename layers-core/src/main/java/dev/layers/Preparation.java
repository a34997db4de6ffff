package dev.layers;

import dev.layers.internal.snapshot.ArtifactDefect;
import dev.layers.internal.snapshot.Snapshot;
import dev.layers.module.ModuleLifecycle;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.stream.Collectors;

/** A snapshot and which of its modules it stands for; no code of it has run. */
record Preparation(Source source, Snapshot snapshot, String module) {
    /** Reads {@code source} and checks what can be checked without running anything. */
    static Preparation of(Source source, ServiceContract contract) {
        Snapshot snapshot = snapshot(source);
        List<ModuleDescriptor> candidates = snapshot.candidates(descriptor -> providesAny(descriptor, contract));
        if (candidates.size() > 1) {
            throw ambiguous(source, candidates);
        }
        if (candidates.isEmpty() || isProviderMissing(snapshot, contract)) {
            throw providerMissing(source, candidates, contract);
        }
        return new Preparation(source, snapshot, candidates.get(0).name());
    }

    private static Snapshot snapshot(Source source) {
        try {
            return Snapshot.take(source.artifact(), source.libraries());
        } catch (ArtifactDefect defect) {
            throw ArtifactException.of(defect);
        }
    }

    private static boolean isProviderMissing(Snapshot snapshot, ServiceContract contract) {
        return !contract.provided().isEmpty()
                && snapshot.findAll().stream()
                        .noneMatch(reference -> provides(reference.descriptor(), contract.provided()));
    }

    private static boolean providesAny(ModuleDescriptor descriptor, ServiceContract contract) {
        return provides(descriptor, contract.provided()) || provides(descriptor, List.of(ModuleLifecycle.class));
    }

    private static boolean provides(ModuleDescriptor descriptor, List<Class<?>> services) {
        return descriptor.provides().stream()
                .anyMatch(provides ->
                        services.stream().anyMatch(service -> service.getName().equals(provides.service())));
    }

    private static ProviderMissingException providerMissing(
            Source source, List<ModuleDescriptor> candidates, ServiceContract contract) {
        String services = contract.provided().stream()
                .map(service -> "'" + service.getName() + "'")
                .collect(Collectors.joining(" or "));
        String place = candidates.stream()
                .findFirst()
                .map(module ->
                        "Module '" + module.name() + "': no provider of " + services + " in " + source.artifact())
                .orElse(source.artifact() + ": no module with a provider of " + services);
        return new ProviderMissingException(place
                + "; add 'provides ... with ...' to module-info.java, or a file of that name to META-INF/services");
    }

    private static ArtifactUnreadableException ambiguous(Source source, List<ModuleDescriptor> candidates) {
        String names = candidates.stream()
                .map(module -> "'" + module.name() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        return new ArtifactUnreadableException(source.artifact() + ": several modules provide services: " + names
                + "; leave one in the directory, or load one and name the others as its libraries");
    }
}
