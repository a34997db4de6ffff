package dev.layers.docs.page;

import dev.layers.docs.contract.Agreements;
import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.Contracts;
import dev.layers.docs.findings.Findings;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.text.Page;
import java.util.ArrayList;
import java.util.List;

/** Makes all pages of some modules. */
public final class Documentation {
    private Documentation() {}

    /** Returns the overview first, then the findings, the contracts and the modules, each by name. */
    public static List<Page> of(ModuleSet set) {
        Contracts contracts = Contracts.of(set);
        Atlas atlas = new Atlas(set, contracts, Findings.of(set));
        Agreements agreements = new Agreements(set);
        List<Page> pages = new ArrayList<>();
        pages.add(new OverviewPage(atlas, agreements).page());
        pages.add(new FindingsPage(atlas).page());
        for (Contract contract : contracts.contracts()) {
            pages.add(new ContractPage(contract, agreements, atlas).page());
        }
        for (DocumentedModule module : set.modules()) {
            pages.add(new ModulePage(module, atlas).page());
        }
        return List.copyOf(pages);
    }
}
