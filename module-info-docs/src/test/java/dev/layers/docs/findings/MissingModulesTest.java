package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingModulesTest {
    @Test
    void missing_isFoundOnceForAllThatRequireIt() {
        GivenModules given = GivenModules.of(
                module(newModule("org.acme.app").requires("org.acme.gone")),
                module(newModule("org.acme.tool").requires("org.acme.gone")));

        assertThat(given.findings(Rule.MISSING_MODULE))
                .containsExactly(new Finding(
                        Rule.MISSING_MODULE,
                        List.of("org.acme.app", "org.acme.tool"),
                        "'org.acme.gone' is neither given nor in the JDK; required by 'org.acme.app' and"
                                + " 'org.acme.tool'"));
    }

    @Test
    void missing_isMilderWhereItIsOptional() {
        GivenModules given =
                GivenModules.of(module(newModule("org.acme.app").requires(Set.of(Modifier.STATIC), "org.jspecify")));

        assertThat(given.findings(Rule.MISSING_MODULE)).isEmpty();
        assertThat(given.findings(Rule.MISSING_OPTIONAL_MODULE))
                .containsExactly(new Finding(
                        Rule.MISSING_OPTIONAL_MODULE,
                        List.of("org.acme.app"),
                        "'org.jspecify' is neither given nor in the JDK; required by 'org.acme.app'"));
    }

    @Test
    void given_orKnownIsNotMissing() {
        GivenModules given = GivenModules.of(
                        module(newModule("org.acme.app")
                                .requires("org.acme.lib")
                                .requires("java.sql")),
                        module(newModule("org.acme.lib")))
                .around(module(newModule("java.sql")));

        assertThat(given.findings(Rule.MISSING_MODULE)).isEmpty();
        assertThat(given.findings(Rule.MISSING_OPTIONAL_MODULE)).isEmpty();
    }
}
