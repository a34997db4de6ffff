package dev.layers.docs;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about all documented modules and the services that bind them. */
record OverviewPage(Documentation documentation) {
    static final String NAME = "index.md";

    private static final List<String> MODULES =
            List.of("Module", "Version", "Kind", "Requires", "Exports", "Opens", "Uses", "Provides");
    private static final List<String> SERVICES = List.of("Service", "Used by", "Provided by");

    String text() {
        Markdown page = new Markdown()
                .paragraph(Pages.MARK)
                .heading(1, "Modules")
                .table(MODULES, documentation.modules().stream().map(this::row).toList());
        List<List<String>> services = services();
        if (!services.isEmpty()) {
            page.heading(2, "Services").table(SERVICES, services);
        }
        return page.text();
    }

    private List<String> row(DocumentedModule module) {
        return List.of(
                documentation.link(module.name()),
                module.version().map(Markdown::code).orElse(""),
                module.kind(),
                module.requires().stream()
                        .map(requirement -> documentation.link(requirement.module()))
                        .collect(Collectors.joining(", ")),
                count(module.exports()),
                count(module.opens()),
                count(module.uses()),
                count(module.provides()));
    }

    private static String count(Collection<?> entries) {
        return Integer.toString(entries.size());
    }

    private List<List<String>> services() {
        return documentation.modules().stream()
                .flatMap(module -> Stream.concat(module.uses().stream(), provided(module)))
                .distinct()
                .sorted()
                .map(this::service)
                .toList();
    }

    private List<String> service(String service) {
        return List.of(
                Markdown.code(service),
                links(module -> module.uses().contains(service)),
                links(module -> provided(module).anyMatch(service::equals)));
    }

    private String links(Predicate<DocumentedModule> wanted) {
        return documentation.modules().stream()
                .filter(wanted)
                .map(module -> documentation.link(module.name()))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> provided(DocumentedModule module) {
        return module.provides().stream().map(provides -> provides.service());
    }
}
