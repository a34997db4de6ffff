package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newAutomaticModule;
import static java.lang.module.ModuleDescriptor.newModule;
import static java.lang.module.ModuleDescriptor.newOpenModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomaticModulesTest {
    @Test
    void automatic_isFoundWithTheWayToIt() {
        GivenModules given = GivenModules.of(
                module(newModule("app").requires("lib")),
                module(newModule("lib").requires("old")),
                module(newAutomaticModule("old").packages(Set.of("org.old")), "org.older"),
                module(newAutomaticModule("older").packages(Set.of("org.older"))));

        assertThat(given.findings(Rule.AUTOMATIC_MODULE))
                .containsExactly(
                        new Finding(
                                Rule.AUTOMATIC_MODULE,
                                List.of("old"),
                                "'app' needs 'lib' needs 'old', which is automatic"),
                        new Finding(
                                Rule.AUTOMATIC_MODULE,
                                List.of("older"),
                                "'app' needs 'lib' needs 'old' needs 'older', which is automatic"));
    }

    @Test
    void automatic_isFoundWhereThoseThatNeedItHaveNoBeginning() {
        GivenModules given = GivenModules.of(
                module(newOpenModule("a").requires("b")),
                module(newModule("b").requires("a").requires("old")),
                module(newAutomaticModule("old").packages(Set.of("org.old"))));

        assertThat(given.findings(Rule.AUTOMATIC_MODULE))
                .containsExactly(
                        new Finding(Rule.AUTOMATIC_MODULE, List.of("old"), "'b' needs 'old', which is automatic"));
    }

    @Test
    void automatic_isFineWhereNoDescriptorNeedsIt() {
        GivenModules given = GivenModules.of(
                module(newModule("app")),
                module(newAutomaticModule("old").packages(Set.of("org.old")), "org.older"),
                module(newAutomaticModule("older").packages(Set.of("org.older"))));

        assertThat(given.findings(Rule.AUTOMATIC_MODULE)).isEmpty();
    }

    @Test
    void automatic_isFoundWhereItIsOnlyKnown() {
        GivenModules given = GivenModules.of(module(newModule("app").requires("lib")))
                .around(
                        module(newModule("lib").requires("old").requires(Set.of(Modifier.STATIC), "optional")),
                        module(newAutomaticModule("old").packages(Set.of("org.old"))),
                        module(newAutomaticModule("optional").packages(Set.of("org.optional"))),
                        module(newAutomaticModule("unrelated").packages(Set.of("org.unrelated"))));

        assertThat(given.findings(Rule.AUTOMATIC_MODULE))
                .containsExactly(new Finding(
                        Rule.AUTOMATIC_MODULE, List.of("old"), "'app' needs 'lib' needs 'old', which is automatic"));
    }
}
