package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusedRequiresTest {
    private static final String FOUND = "'app' requires 'lib', and none of its classes names anything of it";

    @Test
    void requires_isFoundWhereNoClassNamesAnythingOfIt() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib"), "java.util"),
                module(newModule("lib").exports("org.lib")));

        assertThat(given.findings(Rule.UNUSED_REQUIRES))
                .containsExactly(new Finding(Rule.UNUSED_REQUIRES, List.of("app"), FOUND));
    }

    @Test
    void requires_isUsedThroughWhatItHandsOn() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib"), "org.deep"),
                module(newModule("lib").exports("org.lib").requires(Set.of(Modifier.TRANSITIVE), "deep")),
                module(newModule("deep").exports("org.deep")));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }

    @Test
    void requires_thatIsHandedOnOrOptionalIsMeant() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires(Set.of(Modifier.TRANSITIVE), "lib"), "java.util"),
                module(newModule("tool").requires(Set.of(Modifier.STATIC), "lib"), "java.util"),
                module(newModule("lib").exports("org.lib")));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }

    @Test
    void requires_ofAModuleWithProvidersIsMeant() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib"), "java.util"),
                module(newModule("lib").exports("org.lib").provides("java.sql.Driver", List.of("org.lib.Driver"))));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }

    @Test
    void requires_ofAModuleThatGetsPackagesOpenedIsMeant() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib").opens("org.app", Set.of("lib")), "java.util"),
                module(newModule("lib").exports("org.lib")));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }

    @Test
    void requires_ofAModuleThatExportsNothingHereIsMeant() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib"), "java.util"),
                module(newModule("lib").exports("org.lib", Set.of("other"))));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }

    @Test
    void requires_ofAModuleWithoutClassesIsMeant() {
        GivenModules given = GivenModules.of(
                module(newModule("bundle").requires("lib")),
                module(newModule("lib").exports("org.lib")));

        assertThat(given.findings(Rule.UNUSED_REQUIRES)).isEmpty();
    }
}
