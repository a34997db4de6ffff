package dev.layers.docs.page;

import dev.layers.docs.contract.Agreements;
import dev.layers.docs.contract.Contract;
import dev.layers.docs.findings.Finding;
import dev.layers.docs.findings.Rule;
import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.graph.ModuleGraph.Detail;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page about all documented modules and what binds them. */
record OverviewPage(Atlas atlas, Agreements agreements) {
    /** More than a reader takes in at once. */
    private static final int MOST_DRAWN = 40;

    private static final List<String> MODULES = List.of("Module", "Version", "Kind", "What it is");
    private static final List<String> CONTRACTS =
            List.of("Contract of", "Services", "Provided by", "Used by", "Boundary");
    private static final List<String> SERVICES = List.of("Service", "Provided by", "Used by");
    private static final List<String> FINDINGS = List.of("What", "How many");

    Page page() {
        Blocks blocks = new Blocks().heading(1, "Modules").paragraph(summary());
        draw(blocks);
        return blocks.section(
                        "All modules",
                        MODULES,
                        atlas.modules().stream().map(this::row).toList())
                .section(
                        "Contracts",
                        CONTRACTS,
                        atlas.contracts().contracts().stream().map(this::row).toList())
                .section("Services", SERVICES, services())
                .section("Findings", FINDINGS, findings())
                .page(PageNames.OVERVIEW, "Modules");
    }

    private Words summary() {
        int findings = atlas.findings().findings().size();
        return Words.plain(Counted.of(atlas.modules().size(), "module") + ", "
                        + Counted.of(atlas.contracts().contracts().size(), "contract") + " between them, ")
                .and(Words.phraseLink(PageNames.FINDINGS, Counted.of(findings, "finding")))
                .and(".");
    }

    private void draw(Blocks blocks) {
        ModuleGraph graph = Neighbourhood.withoutStrangers(atlas.graph());
        if (graph.edges().isEmpty()) {
            return;
        }
        if (graph.nodes().size() <= MOST_DRAWN) {
            blocks.drawing(atlas.leading(graph), "What stands on what, of these modules");
            return;
        }
        blocks.drawing(
                atlas.leading(graph.collapsed(MOST_DRAWN)), "What stands on what; modules of one prefix are one");
        for (Detail detail : graph.details(MOST_DRAWN)) {
            blocks.heading(2, Words.code(detail.name()).and(" in detail"))
                    .drawing(atlas.leading(detail.graph()), "The modules of " + detail.name());
        }
    }

    private List<Words> row(DocumentedModule module) {
        return List.of(
                atlas.module(module.name()),
                module.version().map(Words::code).orElse(Words.none()),
                Words.plain(module.kind()),
                Words.plain(module.content().summary().orElseGet(() -> Offers.of(module))));
    }

    private List<Words> row(Contract contract) {
        return List.of(
                atlas.contract(contract),
                Words.plain(Integer.toString(contract.services().size())),
                atlas.some(contract.providers()),
                atlas.some(contract.users()),
                boundary(contract));
    }

    private Words boundary(Contract contract) {
        if (ContractPage.isOfLayers(contract)) {
            return Words.plain("none, of Layers itself");
        }
        if (ContractPage.isUnread(contract)) {
            return Words.label("not known", Tone.WARNING);
        }
        int problems = agreements.of(contract).problems().size();
        return problems == 0
                ? Words.label("sound", Tone.GOOD)
                : Words.label(Counted.of(problems, "type") + " refused", Tone.BAD);
    }

    private List<List<Words>> services() {
        return atlas.modules().stream()
                .flatMap(module -> Stream.concat(module.uses().stream(), provided(module)))
                .distinct()
                .sorted()
                .map(this::service)
                .toList();
    }

    private List<Words> service(String service) {
        return List.of(
                atlas.service(service), atlas.some(atlas.providersOf(service)), atlas.some(atlas.usersOf(service)));
    }

    private static Stream<String> provided(DocumentedModule module) {
        return module.provides().stream().map(provides -> provides.service());
    }

    private List<List<Words>> findings() {
        List<List<Words>> rows = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            List<Finding> found = atlas.findings().of(rule);
            if (!found.isEmpty()) {
                rows.add(List.of(FindingsPage.link(rule), Words.plain(Integer.toString(found.size()))));
            }
        }
        return rows;
    }
}
