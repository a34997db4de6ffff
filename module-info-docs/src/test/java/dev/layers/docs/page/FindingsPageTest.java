package dev.layers.docs.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.Modules;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.findings.Finding;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.findings.Rule;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.render.Markdown;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
    private final ModuleSet set = Modules.of(
            List.of(ModuleDescriptor.newModule("app").requires("gone").build()));

    @Test
    void page_saysOfEachRuleWhyItMattersAndWhatToDo() {
        Finding unreadable = new Finding(Rule.UNREADABLE, List.of(), "x<y>.jar: no zip");
        Finding missing =
                new Finding(Rule.MISSING_MODULE, List.of("app"), "'gone' is not given; required by 'app' (it's gone)");

        String page = page(List.of(unreadable, missing));

        assertThat(page).isEqualTo("""
                        # Findings

                        2 things that a person should look at, the gravest first. Some may be as they are meant.

                        ## <a id="unreadable"></a>Unreadable input

                        What could not be read is missing on every page, and everything that depends on it may be wrong.

                        What to do: build the artifact again, or leave it out.

                        - x\\<y\\>.jar: no zip

                        ## <a id="missing-module"></a>Missing modules

                        A module that requires them does not resolve: the JVM ends before any code runs.

                        What to do: add the artifact of the missing module to the module path, and to the paths given here.

                        - `gone` is not given; required by [`app`](app.md) (it's gone)

                        [All modules](index.md)
                        """);
    }

    @Test
    void page_ofNoFindingsSaysSo() {
        assertThat(page(List.of())).isEqualTo("""
                        # Findings

                        Nothing that a person should look at.

                        [All modules](index.md)
                        """);
    }

    private String page(List<Finding> findings) {
        Atlas atlas = new Atlas(set, Contracts.of(set), new Findings(findings));
        return Markdown.of(new FindingsPage(atlas).page());
    }
}
