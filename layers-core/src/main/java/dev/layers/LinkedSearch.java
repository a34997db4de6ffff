package dev.layers;

import dev.layers.internal.layer.LinkedModule;
import dev.layers.internal.layer.LinkedModules;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Origin;
import dev.layers.preflight.PreflightReport;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the module that is linked into the host in place of an artifact. */
final class LinkedSearch {
    private final Environment environment;
    private final LinkedModules modules;
    private final Source source;

    LinkedSearch(Environment environment, LinkedModules modules, Source source) {
        this.environment = environment;
        this.modules = modules;
        this.source = source;
    }

    /**
     * Returns the draft of the module; tells no listener of a refusal.
     *
     * @throws PreflightException if it is not linked, or what it requires is not in versions that will do
     */
    LinkedDraft examine() {
        LinkedModule linked =
                find().orElseThrow(() -> new PreflightException(report(Optional.empty(), List.of(notLinked()))));
        List<Finding> versions = versions(linked);
        if (!versions.isEmpty()) {
            throw new PreflightException(report(Optional.of(linked), versions));
        }
        return new LinkedDraft(modules, linked, source, environment.policies().reload());
    }

    /**
     * Returns all that a load would find.
     *
     * @param holders who holds the name of a module already
     */
    PreflightReport check(Function<String, Optional<String>> holders) {
        Optional<LinkedModule> found = find();
        return report(found, found.map(linked -> held(linked, holders)).orElseGet(() -> List.of(notLinked())));
    }

    /** What lies at the path says what it is; where nothing lies, the path has to. */
    private Optional<LinkedModule> find() {
        Optional<String> wanted = LinkedWanted.name(source.artifact());
        if (wanted.isPresent()) {
            return modules.find(wanted.get());
        }
        Optional<String> name =
                Files.exists(source.artifact()) ? Preflight.name(environment, source) : Optional.empty();
        return name.isPresent() ? modules.find(name.get()) : modules.findByFile(source.artifact());
    }

    private List<Finding> versions(LinkedModule linked) {
        return new LinkedVersions(linked, where(), this::present)
                .findings(source.options().requiring());
    }

    private Optional<ModuleDescriptor> present(String name) {
        return modules.find(name)
                .map(LinkedModule::descriptor)
                .or(() -> environment.parents().modules().descriptor(name));
    }

    private List<Finding> held(LinkedModule linked, Function<String, Optional<String>> holders) {
        return holders
                .apply(linked.name())
                .map(holder -> Rule.NAME_LIVE.at(source.artifact() + ": module '" + linked.name() + "'", holder))
                .stream()
                .toList();
    }

    private Finding notLinked() {
        String names =
                modules.all().stream().map(linked -> "'" + linked.name() + "'").collect(Collectors.joining(", "));
        return Rule.NOT_LINKED.at(
                where(),
                "its module is not linked into the application",
                names.isEmpty() ? "none, for none that provides a service is" : names);
    }

    private String where() {
        return LinkedWanted.name(source.artifact())
                .map(name -> "module '" + name + "'")
                .orElseGet(source.artifact()::toString);
    }

    private PreflightReport report(Optional<LinkedModule> linked, List<Finding> findings) {
        Origin origin = linked.map(LinkedDraft::origin)
                .orElseGet(() -> new Origin(source.artifact().toString(), "", List.of()));
        return new PreflightReport(origin, linked.map(LinkedModule::name), findings, Collections.emptySortedMap());
    }
}
