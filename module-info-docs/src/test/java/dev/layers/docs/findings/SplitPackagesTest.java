package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newAutomaticModule;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitPackagesTest {
    @Test
    void split_isFoundOnceForTheSameModules() {
        GivenModules given = GivenModules.of(
                module(newModule("org.acme.a").packages(Set.of("org.acme.text", "org.acme.font", "org.acme.a"))),
                module(newModule("org.acme.b").packages(Set.of("org.acme.text", "org.acme.font", "org.acme.b"))));

        assertThat(given.findings(Rule.SPLIT_PACKAGE))
                .containsExactly(new Finding(
                        Rule.SPLIT_PACKAGE,
                        List.of("org.acme.a", "org.acme.b"),
                        "Packages 'org.acme.font' and 'org.acme.text' in 'org.acme.a' and 'org.acme.b'"));
    }

    @Test
    void split_isFoundWithWhatTheJdkExports() {
        GivenModules given = GivenModules.of(module(newAutomaticModule("jsr").packages(Set.of("javax.sql"))))
                .around(module(newModule("java.sql").exports("javax.sql")));

        assertThat(given.findings(Rule.SPLIT_PACKAGE))
                .containsExactly(new Finding(
                        Rule.SPLIT_PACKAGE, List.of("java.sql", "jsr"), "Package 'javax.sql' in 'java.sql' and 'jsr'"));
    }

    @Test
    void innerPackagesOfTheJdk_areItsOwnAffair() {
        GivenModules given = GivenModules.of(module(newModule("org.acme.asm").packages(Set.of("com.sun.tools.inner"))))
                .around(module(newModule("jdk.compiler").exports("com.sun.tools.inner", Set.of("jdk.jshell"))));

        assertThat(given.findings(Rule.SPLIT_PACKAGE)).isEmpty();
    }

    @Test
    void packagesBelowEachOther_areNotSplit() {
        GivenModules given = GivenModules.of(
                module(newModule("org.acme.a").packages(Set.of("org.acme"))),
                module(newModule("org.acme.b").packages(Set.of("org.acme.b"))));

        assertThat(given.findings(Rule.SPLIT_PACKAGE)).isEmpty();
    }
}
