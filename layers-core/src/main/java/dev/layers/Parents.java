package dev.layers;

import dev.layers.internal.layer.GenerationLayer;
import dev.layers.internal.layer.HostSide;
import dev.layers.internal.linkage.ContractTypes;
import dev.layers.internal.resolution.Dependency;
import dev.layers.internal.resolution.HostModules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a module stands on: the host, and the modules that it requires.
 *
 * @param host the layers and loaders behind it
 * @param modules what their descriptors say
 * @param types the types that it may be compiled against
 */
record Parents(HostSide host, HostModules modules, ContractTypes types) {
    /** Returns what a module stands on that requires no other. */
    static Parents of(List<Class<?>> shared) {
        HostSide host = HostSide.of(shared);
        return new Parents(
                host, HostModules.of(host.configurations(), host.contract()), new ContractTypes(host.contract()));
    }

    /**
     * Returns what a module stands on that requires others; it leads to their layers and is not to be kept.
     *
     * @param generations the live generations that it requires, in the order in which they are searched
     * @param readers the names of its own modules
     */
    Parents with(List<? extends Neighbour> generations, Set<String> readers) {
        if (generations.isEmpty()) {
            return this;
        }
        List<GenerationLayer> layers =
                generations.stream().flatMap(Parents::layer).toList();
        List<Dependency> dependencies = generations.stream()
                .flatMap(generation -> layer(generation)
                        .map(layer -> new Dependency(generation.name().module(), layer.configuration())))
                .toList();
        HostSide side = host.with(layers);
        return new Parents(side, modules.with(dependencies), types.with(side.shown(readers)));
    }

    /** What is linked into the host needs no parents: the JDK has resolved it. */
    private static Stream<GenerationLayer> layer(Neighbour neighbour) {
        return neighbour.code() instanceof GenerationLayer layer ? Stream.of(layer) : Stream.empty();
    }
}
