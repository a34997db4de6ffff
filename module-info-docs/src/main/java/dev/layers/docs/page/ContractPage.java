package dev.layers.docs.page;

import dev.layers.docs.contract.AgreedType;
import dev.layers.docs.contract.Agreement;
import dev.layers.docs.contract.Agreements;
import dev.layers.docs.contract.Contract;
import dev.layers.docs.contract.ContractService;
import dev.layers.docs.contract.Kind;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Words;
import java.util.Arrays;
import java.util.List;

/** The page about the contract of one module: who is bound by it, and what crosses. */
final class ContractPage {
    /** The module whose services modules provide to Layers. */
    private static final String LAYERS = "dev.layers.core";

    private static final List<String> SERVICES = List.of("Service", "Provided by", "Used by");
    private static final List<String> KINDS = List.of("Kind", "How values of it cross");

    private final Contract contract;
    private final Agreement agreement;
    private final Agreements agreements;
    private final Atlas atlas;
    private final AgreedTypes types;

    ContractPage(Contract contract, Agreements agreements, Atlas atlas) {
        this.contract = contract;
        this.agreement = agreements.of(contract);
        this.agreements = agreements;
        this.atlas = atlas;
        this.types = new AgreedTypes(
                contract.module(),
                agreement,
                atlas.names().contract(contract.module().name()).orElseThrow());
    }

    Page page() {
        String module = contract.module().name();
        Blocks blocks = new Blocks()
                .heading(1, Words.plain("Contract of ").and(Words.code(module)))
                .paragraph(Words.plain("What ").and(atlas.module(module)).and(" and others provide to each other."))
                .table(SERVICES, contract.services().stream().map(this::row).toList());
        if (isOfLayers(contract)) {
            blocks.paragraph(
                    "Layers itself calls what modules provide here, and hands its own objects to them as they are:"
                            + " this is no boundary.");
            agreement.types().forEach(type -> types.addCalls(type, blocks));
        } else {
            addCrossing(blocks);
        }
        new FitTable(contract, atlas).addTo(blocks, agreements.fits(contract));
        return blocks.paragraph(Words.phraseLink(PageNames.OVERVIEW, "All modules"))
                .page(atlas.names().contract(module).orElseThrow(), "Contract of " + module);
    }

    /** Returns whether Layers calls what modules provide itself, so that nothing crosses a boundary. */
    static boolean isOfLayers(Contract contract) {
        return contract.module().name().equals(LAYERS);
    }

    /** Returns whether nothing is known of the types of a contract. */
    static boolean isUnread(Contract contract) {
        return contract.module().content().types().isEmpty();
    }

    private void addCrossing(Blocks blocks) {
        if (isUnread(contract)) {
            blocks.paragraph("Its classes were not read, so it is not known how values cross.");
            return;
        }
        blocks.paragraph("A host that loads modules by this contract through Layers hands every value over as it stands"
                + " here, in both directions.");
        addRefused(blocks);
        contract.services().forEach(service -> add(service, blocks));
        addOthers(blocks);
        addKinds(blocks);
    }

    private List<Words> row(ContractService service) {
        String name = service.type().name();
        String page = atlas.names().contract(contract.module().name()).orElseThrow();
        return List.of(
                Words.link(page, name, types.shortened(name)),
                atlas.some(service.providers()),
                atlas.some(service.users()));
    }

    private void addRefused(Blocks blocks) {
        List<String> problems = agreement.problems();
        if (problems.isEmpty()) {
            blocks.paragraph("Every type that its signatures name has a rule by which it crosses, so Layers accepts the"
                    + " contract as it is.");
            return;
        }
        blocks.heading(2, "What is refused")
                .paragraph("Layers refuses a contract with these signatures, unless the service is handed out direct:")
                .bullets(problems.stream()
                        .map(problem -> Quotes.resolved(problem, name -> Words.code(types.shortened(name))))
                        .toList());
    }

    private void add(ContractService service, Blocks blocks) {
        agreement.at(service.type().name()).ifPresent(type -> types.add(type, blocks));
    }

    private void addOthers(Blocks blocks) {
        List<AgreedType> others = agreement.types().stream()
                .filter(type -> !contract.declares(type.type().name()))
                .toList();
        others.forEach(type -> types.add(type, blocks));
    }

    private void addKinds(Blocks blocks) {
        List<List<Words>> rows = Arrays.stream(Kind.values())
                .filter(kind -> types.namesKind(kind))
                .map(kind -> List.of(AgreedTypes.label(kind), Words.plain(kind.meaning())))
                .toList();
        blocks.section("How values cross", KINDS, rows);
    }
}
