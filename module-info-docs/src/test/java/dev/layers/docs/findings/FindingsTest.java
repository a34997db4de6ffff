package dev.layers.docs.findings;

import static dev.layers.docs.findings.GivenModules.module;
import static java.lang.module.ModuleDescriptor.newModule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.model.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void unreadable_isFoundForEachTrouble() {
        ModuleSet modules = new ModuleSet(
                List.of(),
                List.of(),
                List.of(new Trouble("b.jar", "no zip; build it again"), new Trouble("a.jar", "x")));

        assertThat(Findings.of(modules).findings())
                .containsExactly(
                        new Finding(Rule.UNREADABLE, List.of(), "a.jar: x"),
                        new Finding(Rule.UNREADABLE, List.of(), "b.jar: no zip; build it again"));
    }

    @Test
    void findings_ofAModuleAreThoseThatNameIt() {
        Findings findings = Findings.of(new ModuleSet(
                List.of(
                        module(newModule("a").requires("gone")),
                        module(newModule("b").requires("lost"))),
                List.of(),
                List.of()));

        assertThat(findings.about("a")).extracting(Finding::modules).containsExactly(List.of("a"));
    }

    @Test
    void findings_comeByRuleAndThenByModule() {
        Findings findings = Findings.of(new ModuleSet(
                List.of(
                        module(newModule("b").requires("gone").uses("x.Y")),
                        module(newModule("a").requires("lost"))),
                List.of(),
                List.of()));

        assertThat(findings.findings())
                .extracting(Finding::rule, Finding::modules)
                .containsExactly(
                        tuple(Rule.MISSING_MODULE, List.of("a")),
                        tuple(Rule.MISSING_MODULE, List.of("b")),
                        tuple(Rule.UNPROVIDED_SERVICE, List.of("b")));
    }

    @Test
    void rules_sayWhatWhyAndWhatToDo() {
        assertThat(Rule.values()).allSatisfy(rule -> {
            assertThat(rule.title()).matches("[A-Z][^.]*");
            assertThat(rule.reason()).matches("(?s)[A-Z].*\\.");
            assertThat(rule.advice()).matches("(?s)[A-Z].*\\.");
        });
    }

    @Test
    void names_areCutWhereThereAreMany() {
        assertThat(Quoted.names(List.of("g", "f", "e", "d", "c", "b", "a")))
                .isEqualTo("'a', 'b', 'c', 'd', 'e' and 2 more");
        assertThat(Quoted.names(List.of("c", "b", "a"))).isEqualTo("'a', 'b' and 'c'");
    }
}
