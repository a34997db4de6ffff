package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newAutomaticModule;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CyclesTest {
    @Test
    void cycle_isFoundAmongAutomaticModulesByWhatTheyUse() {
        GivenModules given = GivenModules.of(
                module(newAutomaticModule("a").packages(Set.of("org.a")), "org.b"),
                module(newAutomaticModule("b").packages(Set.of("org.b")), "org.c", "java.util"),
                module(newAutomaticModule("c").packages(Set.of("org.c")), "org.a"));

        assertThat(given.findings(Rule.CYCLE))
                .containsExactly(new Finding(Rule.CYCLE, List.of("a", "b", "c"), "'a' needs 'b' needs 'c' needs 'a'"));
    }

    @Test
    void cycle_isFoundAmongDescriptors() {
        GivenModules given = GivenModules.of(
                module(newModule("a").requires("b")),
                module(newModule("b").requires("a").requires("c")),
                module(newModule("c").requires("b")));

        assertThat(given.findings(Rule.CYCLE))
                .containsExactly(
                        new Finding(Rule.CYCLE, List.of("a", "b", "c"), "'a' needs 'b' needs 'a'; 3 modules in all"));
    }

    @Test
    void twoWaysToOneModule_areNoCycle() {
        GivenModules given = GivenModules.of(
                module(newModule("a").requires("b").requires("c")),
                module(newModule("b").requires("d")),
                module(newModule("c").requires("d")),
                module(newAutomaticModule("d").packages(Set.of("org.d")), "org.d"));

        assertThat(given.findings(Rule.CYCLE)).isEmpty();
    }
}
