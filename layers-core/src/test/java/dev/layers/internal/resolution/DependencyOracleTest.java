package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.layers.preflight.Finding;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands on a loaded module without a finding resolves in the JDK, and reads nothing that it keeps private. */
class DependencyOracleTest {
    private static final int SEEDS = 800;
    private static final Terms TERMS = new Terms(List.of(), Optional.empty(), false);

    private int reading;
    private int refusedPrivate;

    @Test
    void dependentsWithoutFindings_resolveAndReadNothingPrivate() {
        for (long seed = 0; seed < SEEDS; seed++) {
            tryOut(seed);
        }

        assertThat(reading).isGreaterThan(SEEDS / 80);
        assertThat(refusedPrivate).isGreaterThan(SEEDS / 80);
    }

    private void tryOut(long seed) {
        RandomModules random = new RandomModules(seed);
        List<ModuleLayer> layers = random.host();
        HostModules host =
                HostModules.of(layers.stream().map(ModuleLayer::configuration).toList(), List.of());
        Resolution below = new Resolution("dep.d0", random.dependency(), host, TERMS.ofPackages());
        if (below.check().isEmpty()) {
            resolved(below).ifPresent(dependency -> standOn(dependency, layers, host, random.dependent()));
        }
    }

    private void standOn(
            Configuration dependency, List<ModuleLayer> layers, HostModules host, List<ModuleReference> modules) {
        HostModules ground = host.with(List.of(new Dependency("dep.d0", dependency)));
        Resolution above = new Resolution("acme.m0", modules, ground, TERMS);
        List<Finding> findings = above.check();
        refusedPrivate += findings.stream().anyMatch(found -> found.found().contains("private library alone")) ? 1 : 0;
        if (findings.isEmpty()) {
            resolved(above).ifPresent(configuration -> {
                requireDefined(configuration, dependency, layers);
                requireNothingPrivate(configuration, dependency, modules + " on " + dependency);
            });
        }
    }

    /** Newer JDKs accept services of optional modules that are absent; it is left to the one that runs. */
    private static Optional<Configuration> resolved(Resolution resolution) {
        try {
            return Optional.of(resolution.resolve().configuration());
        } catch (Unresolved refused) {
            assertThat(refused).hasMessageContaining("does not read a module that exports");
            return Optional.empty();
        }
    }

    private static void requireDefined(
            Configuration configuration, Configuration dependency, List<ModuleLayer> layers) {
        ClassLoader first = new ClassLoader() {};
        ClassLoader second = new ClassLoader() {};
        List<ModuleLayer> parents = new ArrayList<>(layers);
        parents.add(ModuleLayer.defineModules(dependency, layers, name -> first).layer());

        try {
            ModuleLayer.defineModules(configuration, parents, name -> second);
        } catch (LayerInstantiationException refused) {
            fail("The JDK defines what has no finding", refused);
        }
    }

    private void requireNothingPrivate(Configuration configuration, Configuration dependency, String place) {
        Set<String> read = configuration.modules().stream()
                .flatMap(module -> module.reads().stream())
                .filter(module -> module.configuration() == dependency)
                .map(ResolvedModule::name)
                .collect(Collectors.toSet());
        Set<String> shown = new HashSet<>(Set.of("dep.d0"));
        for (boolean isMore = true; isMore; ) {
            Set<String> more = dependency.modules().stream()
                    .filter(module -> shown.contains(module.name()))
                    .flatMap(module -> module.reference().descriptor().requires().stream())
                    .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                    .map(Requires::name)
                    .collect(Collectors.toSet());
            isMore = shown.addAll(more);
        }

        assertThat(shown).as(place).containsAll(read);
        reading += read.isEmpty() ? 0 : 1;
    }
}
