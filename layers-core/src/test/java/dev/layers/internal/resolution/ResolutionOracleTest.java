package dev.layers.internal.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares what is found with what the JDK does, for modules by chance. */
class ResolutionOracleTest {
    private static final int SEEDS = 500;
    /** What the JDK refuses too, when it resolves or when it gives all modules one loader. */
    private static final Set<Rule> OF_THE_JDK = Set.of(
            Rule.REQUIRED_MISSING,
            Rule.REQUIRED_NOT_STARTED,
            Rule.REQUIRES_CYCLE,
            Rule.PACKAGE_SPLIT,
            Rule.NOT_RESOLVED);

    private final Map<Rule, Integer> seen = new EnumMap<>(Rule.class);
    private int accepted;
    private int described;

    @Test
    void findings_agreeWithTheJdk() {
        for (long seed = 0; seed < SEEDS; seed++) {
            compare(seed);
        }

        assertThat(accepted).isGreaterThan(SEEDS / 10);
        assertThat(described).isGreaterThan(SEEDS / 100);
        assertThat(seen.keySet()).containsAll(OF_THE_JDK).contains(Rule.PACKAGE_OF_HOST);
    }

    private void compare(long seed) {
        RandomModules random = new RandomModules(seed);
        List<ModuleLayer> host = random.host();
        List<ModuleReference> modules = random.artifact();
        List<Configuration> parents =
                host.stream().map(ModuleLayer::configuration).toList();
        Resolution resolution = new Resolution(
                "acme.m0", modules, HostModules.of(parents, List.of()), new Terms(List.of(), Optional.empty(), false));

        List<Finding> findings = resolution.check();

        findings.forEach(finding -> seen.merge(finding.rule(), 1, Integer::sum));
        String place = "seed " + seed + ", " + modules + " on " + references(host) + ": " + findings;
        Optional<String> refusal = refusal(modules, host, parents);
        if (findings.isEmpty()) {
            accepted++;
            requireDefined(resolution, host, place);
        }
        if (findings.stream().map(Finding::rule).anyMatch(OF_THE_JDK::contains)) {
            assertThat(refusal).as(place).isPresent();
        }
    }

    private void requireDefined(Resolution resolution, List<ModuleLayer> host, String place) {
        try {
            Resolved resolved = resolution.resolve();
            described += resolved.readsAll().size();
            define(resolved.configuration(), host);
        } catch (Unresolved refused) {
            // newer JDKs accept this where an optional module is absent; it is left to the one that runs
            assertThat(refused).as(place).hasMessageContaining("does not read a module that exports");
        } catch (LayerInstantiationException refused) {
            throw new AssertionError(place, refused);
        }
    }

    /** Returns why the JDK refuses {@code modules} as they are. */
    private static Optional<String> refusal(
            List<ModuleReference> modules, List<ModuleLayer> host, List<Configuration> parents) {
        try {
            define(
                    Configuration.resolve(
                            StubModule.finder(modules.toArray(ModuleReference[]::new)),
                            parents,
                            ModuleFinder.of(),
                            modules.stream()
                                    .map(module -> module.descriptor().name())
                                    .collect(Collectors.toSet())),
                    host);
            return Optional.empty();
        } catch (FindException | ResolutionException | LayerInstantiationException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static List<ModuleReference> references(List<ModuleLayer> host) {
        return host.stream()
                .flatMap(layer -> layer.configuration().modules().stream())
                .map(ResolvedModule::reference)
                .toList();
    }

    private static void define(Configuration configuration, List<ModuleLayer> host) {
        ClassLoader loader = new ClassLoader() {};
        ModuleLayer.defineModules(configuration, host, name -> loader);
    }
}
