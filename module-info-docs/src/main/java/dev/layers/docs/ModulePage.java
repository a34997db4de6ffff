package dev.layers.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page about one module. */
record ModulePage(DocumentedModule module, Documentation documentation) {
    String text() {
        Markdown page = new Markdown()
                .paragraph(Pages.MARK)
                .heading(1, "Module " + Markdown.code(module.name()))
                .list(facts());
        section(page, "Requires", List.of("Module", "Modifiers", "Compiled against"), requires());
        section(page, "Exports", List.of("Package", "To"), rows(module.exports()));
        section(page, "Opens", List.of("Package", "To"), rows(module.opens()));
        section(page, "Uses", List.of("Service"), uses());
        section(page, "Provides", List.of("Service", "Providers"), provides());
        return page.paragraph("[All modules](" + OverviewPage.NAME + ")").text();
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add("Kind: " + module.kind());
        module.version().ifPresent(version -> facts.add("Version: " + Markdown.code(version)));
        module.mainClass().ifPresent(mainClass -> facts.add("Main class: " + Markdown.code(mainClass)));
        return facts;
    }

    private static void section(Markdown page, String title, List<String> header, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.heading(2, title).table(header, rows);
        }
    }

    private List<List<String>> requires() {
        return module.requires().stream()
                .map(requirement -> List.of(
                        documentation.link(requirement.module()),
                        String.join(" ", requirement.modifiers()),
                        requirement.version().map(Markdown::code).orElse("")))
                .toList();
    }

    private List<List<String>> rows(List<Grant> grants) {
        return grants.stream()
                .map(grant -> List.of(Markdown.code(grant.packageName()), receivers(grant)))
                .toList();
    }

    private String receivers(Grant grant) {
        return grant.modules().isEmpty()
                ? "every module"
                : grant.modules().stream().map(documentation::link).collect(Collectors.joining(", "));
    }

    private List<List<String>> uses() {
        return module.uses().stream()
                .map(service -> List.of(Markdown.code(service)))
                .toList();
    }

    private List<List<String>> provides() {
        return module.provides().stream()
                .map(provides -> List.of(Markdown.code(provides.service()), Markdown.codes(provides.providers())))
                .toList();
    }
}
