package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExposedTypesTest {
    @Test
    void internals_areFoundWhereTheyAreExportedToEveryone() {
        GivenModules given = GivenModules.of(module(newModule("app")
                .exports("org.app.internal.text")
                .exports("org.app.impl")
                .exports("org.app")));

        assertThat(given.findings(Rule.EXPORTED_INTERNALS))
                .containsExactly(new Finding(
                        Rule.EXPORTED_INTERNALS,
                        List.of("app"),
                        "'app' exports 'org.app.impl' and 'org.app.internal.text' to every module"));
    }

    @Test
    void internals_exportedToFriendsAreMeant() {
        GivenModules given = GivenModules.of(module(
                newModule("app").exports("org.app.internal", Set.of("friend")).exports("org.app.internality")));

        assertThat(given.findings(Rule.EXPORTED_INTERNALS)).isEmpty();
    }

    @Test
    void signature_isFoundThatNamesATypeNobodySees() {
        GivenModules given = GivenModules.of(GivenModules.exposing(
                newModule("app").exports("org.app").packages(Set.of("org.app.inner")),
                Map.of("org.app.inner.Cell", "org.app.Table.cell(int)")));

        assertThat(given.findings(Rule.EXPORTED_INTERNALS))
                .containsExactly(new Finding(
                        Rule.EXPORTED_INTERNALS,
                        List.of("app"),
                        "'org.app.Table.cell(int)' of 'app' names 'org.app.inner.Cell', which no one sees"));
    }

    @Test
    void signature_isFoundThatNamesTypesOfAModuleCallersDoNotRead() {
        GivenModules given = GivenModules.of(
                GivenModules.exposing(
                        newModule("app").requires("lib").exports("org.app"),
                        Map.of("org.lib.Font", "org.app.Text.font()", "org.lib.Ink", "org.app.Text.ink()")),
                module(newModule("lib").exports("org.lib")));

        assertThat(given.findings(Rule.UNREADABLE_SIGNATURE))
                .containsExactly(new Finding(
                        Rule.UNREADABLE_SIGNATURE,
                        List.of("app"),
                        "'org.app.Text.font()' of 'app' names 'org.lib.Font' of 'lib', which callers do not read, and 1"
                                + " more type like it"));
    }

    @Test
    void signature_isFineWhereTheModuleIsHandedOn() {
        GivenModules given = GivenModules.of(
                GivenModules.exposing(
                        newModule("app")
                                .requires(Set.of(Modifier.TRANSITIVE), "lib")
                                .exports("org.app"),
                        Map.of("org.deep.Font", "org.app.Text.font()")),
                module(newModule("lib").requires(Set.of(Modifier.TRANSITIVE), "deep")),
                module(newModule("deep").exports("org.deep")));

        assertThat(given.findings(Rule.UNREADABLE_SIGNATURE)).isEmpty();
        assertThat(given.findings(Rule.EXPORTED_INTERNALS)).isEmpty();
    }

    @Test
    void implementation_isAWordOfPublicPackagesToo() {
        GivenModules given = GivenModules.of(module(newModule("app").exports("org.app.implementation")));

        assertThat(given.findings(Rule.EXPORTED_INTERNALS)).isEmpty();
    }
}
