package dev.layers.docs.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.Modules;
import dev.layers.docs.contract.Agreements;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.render.Markdown;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractPageTest {
    @Test
    void contractOfWhichNothingWasRead_saysWhatIsNotKnown() {
        String page = page("shop");

        assertThat(page)
                .contains(
                        "| [`Payment`](contract-of-shop.md#shop.Payment) | [`card`](card.md) | none of these modules |")
                .contains("Its classes were not read, so it is not known how values cross.")
                .contains("| [`card`](card.md) | provides | not said | **not known**: its classes were not read |");
    }

    @Test
    void servicesThatLayersCallsItself_crossNoBoundary() {
        String page = page("dev.layers.core");

        assertThat(page)
                .contains("Layers itself calls what modules provide here")
                .doesNotContain("crosses", "What is refused");
    }

    private static String page(String module) {
        ModuleDescriptor api =
                ModuleDescriptor.newModule(module).exports("shop").build();
        ModuleDescriptor card = ModuleDescriptor.newModule("card")
                .requires(module)
                .packages(Set.of("card"))
                .provides("shop.Payment", List.of("card.Card"))
                .build();
        ModuleSet set = Modules.of(List.of(api, card));
        Contracts contracts = Contracts.of(set);
        Atlas atlas = new Atlas(set, contracts, new Findings(List.of()));
        return Markdown.of(new ContractPage(contracts.contracts().get(0), new Agreements(set), atlas).page());
    }
}
