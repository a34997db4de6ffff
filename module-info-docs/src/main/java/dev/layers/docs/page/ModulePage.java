package dev.layers.docs.page;

import dev.layers.docs.contract.Contract;
import dev.layers.docs.findings.Finding;
import dev.layers.docs.graph.ModuleGraph;
import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.DocumentedType;
import dev.layers.docs.model.Grant;
import dev.layers.docs.model.Requirement;
import dev.layers.docs.text.Blocks;
import dev.layers.docs.text.Page;
import dev.layers.docs.text.Word.Tone;
import dev.layers.docs.text.Words;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page about one module. */
final class ModulePage {
    private static final List<String> REQUIRES = List.of("Module", "Modifiers", "Compiled against");
    private static final List<String> PACKAGES = List.of("Package", "To");
    private static final List<String> PROVIDES = List.of("Service", "Provider", "What it is");
    private static final List<String> USES = List.of("Service", "Provided by");

    private final DocumentedModule module;
    private final Atlas atlas;
    private final TypeTables types;

    ModulePage(DocumentedModule module, Atlas atlas) {
        this.module = module;
        this.atlas = atlas;
        this.types = TypeTables.of(module);
    }

    Page page() {
        String title = "Module " + module.name();
        Blocks blocks = new Blocks().heading(1, Words.plain("Module ").and(Words.code(module.name())));
        module.content().summary().ifPresent(blocks::paragraph);
        blocks.bullets(facts());
        draw(blocks);
        blocks.section(
                        "Requires",
                        REQUIRES,
                        module.requires().stream().map(this::row).toList())
                .section("Exports", PACKAGES, rows(module.exports()))
                .section("Opens", PACKAGES, rows(module.opens()));
        addProviders(blocks);
        blocks.section("Uses", USES, module.uses().stream().map(this::use).toList());
        types.addTo(blocks);
        addFindings(blocks);
        return blocks.paragraph(Words.phraseLink(PageNames.OVERVIEW, "All modules"))
                .page(pageName(), title);
    }

    private String pageName() {
        return atlas.names().module(module.name()).orElseThrow();
    }

    private List<Words> facts() {
        List<Words> facts = new ArrayList<>();
        facts.add(Words.plain("Kind: " + kind()));
        module.version().ifPresent(version -> facts.add(Words.plain("Version: ").and(Words.code(version))));
        module.mainClass()
                .ifPresent(main -> facts.add(Words.plain("Main class: ").and(Words.code(main))));
        contract()
                .ifPresent(contract -> facts.add(Words.plain("Contract: ")
                        .and(Words.phraseLink(
                                atlas.names().contract(module.name()).orElseThrow(),
                                Counted.of(contract.services().size(), "service")
                                        + " between this module and others"))));
        List<String> requiring = atlas.requiredBy(module.name());
        if (!requiring.isEmpty()) {
            facts.add(Words.plain("Required by: ").and(atlas.modules(requiring)));
        }
        return facts;
    }

    private Optional<Contract> contract() {
        return atlas.contracts().of(module);
    }

    private String kind() {
        return switch (module.kind()) {
            case "automatic" -> "automatic, a jar without a descriptor: it exports, opens and reads everything";
            case "open" -> "open, all of its packages to reflection";
            default -> module.kind();
        };
    }

    private void draw(Blocks blocks) {
        ModuleGraph near = Neighbourhood.of(module.name(), atlas.graph());
        if (!near.edges().isEmpty()) {
            blocks.drawing(atlas.leading(near), "What " + module.name() + " stands on, and what stands on it");
        }
    }

    private List<Words> row(Requirement requirement) {
        return List.of(
                atlas.module(requirement.module()),
                Words.plain(String.join(" ", requirement.modifiers())),
                version(requirement));
    }

    private Words version(Requirement requirement) {
        Optional<String> given = atlas.find(requirement.module()).flatMap(DocumentedModule::version);
        Words compiled = requirement.version().map(Words::code).orElse(Words.none());
        if (given.isEmpty() || requirement.version().isEmpty() || given.equals(requirement.version())) {
            return compiled;
        }
        return compiled.and(" ").and(Words.label("given: " + given.get(), Tone.WARNING));
    }

    private List<List<Words>> rows(List<Grant> grants) {
        return grants.stream()
                .map(grant -> List.of(types.packageName(grant.packageName(), pageName()), receivers(grant)))
                .toList();
    }

    private Words receivers(Grant grant) {
        return grant.modules().isEmpty() ? Words.plain("every module") : atlas.modules(grant.modules());
    }

    /** Says what providers are if that of any is known. */
    private void addProviders(Blocks blocks) {
        List<List<Words>> rows = new ArrayList<>();
        for (Provides provides : module.provides()) {
            provides.providers()
                    .forEach(provider -> rows.add(List.of(
                            atlas.service(provides.service()), types.type(provider, pageName()), summary(provider))));
        }
        int columns = rows.stream().allMatch(row -> row.get(2).isEmpty()) ? 2 : 3;
        blocks.section(
                "Provides",
                PROVIDES.subList(0, columns),
                rows.stream().map(row -> row.subList(0, columns)).toList());
    }

    private Words summary(String type) {
        return Words.plain(
                Atlas.type(module, type).flatMap(DocumentedType::summary).orElse(""));
    }

    private List<Words> use(String service) {
        return List.of(atlas.service(service), atlas.some(atlas.providersOf(service)));
    }

    private void addFindings(Blocks blocks) {
        List<Finding> found = atlas.findings().about(module.name());
        if (!found.isEmpty()) {
            blocks.heading(2, "Findings")
                    .bullets(found.stream()
                            .map(finding -> FindingsPage.link(finding.rule())
                                    .and(": ")
                                    .and(Quotes.resolved(finding.found(), atlas::module)))
                            .toList());
        }
    }
}
