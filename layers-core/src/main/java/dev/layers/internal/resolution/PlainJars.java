package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives plain jars descriptors that let the module's own libraries win over those of the host.
 *
 * <p>An automatic module reads all modules, and the JDK refuses it where two of them have one name or export one
 * package. The descriptor that stands in requires only what it has to; what else the jar reads, its layer adds.
 */
final class PlainJars {
    private final OwnModules own;
    private final HostModules host;
    private final Set<String> packages = new HashSet<>();
    private final Map<String, Set<String>> required = new HashMap<>();
    private final Map<HostModule, Boolean> harmless = new HashMap<>();

    private PlainJars(OwnModules own, HostModules host) {
        this.own = own;
        this.host = host;
        own.all().forEach(module -> packages.addAll(module.packages()));
        own.all().stream()
                .filter(module -> !module.isAutomatic())
                .forEach(module ->
                        module.descriptor().requires().forEach(requires -> require(module.name(), requires.name())));
    }

    /** Returns {@code own}, with descriptors for its plain jars if they could not be resolved without. */
    static OwnModules described(OwnModules own, HostModules host) {
        return own.automatic().isEmpty() || !isInConflict(own, host) ? own : new PlainJars(own, host).described();
    }

    /**
     * Returns {@code own} as others may require it, with descriptors for its plain jars unless there is nothing beside: who
     * requires an automatic module reads all automatic ones beside it, private libraries too.
     */
    static OwnModules shown(OwnModules own, HostModules host) {
        boolean isAlone = own.all().size() == 1;
        return own.automatic().isEmpty() || isAlone ? described(own, host) : new PlainJars(own, host).described();
    }

    private static boolean isInConflict(OwnModules own, HostModules host) {
        // the private libraries of what is stood on would be read as well
        return host.isAmbiguous()
                || host.hasGround()
                || own.names().stream().anyMatch(host::contains)
                || own.all().stream()
                        .flatMap(module -> module.packages().stream())
                        .anyMatch(name -> !host.exporters(name).isEmpty());
    }

    /** What is provided comes before what is used, and what a jar names itself before what it could be handed. */
    private OwnModules described() {
        ServiceTypes services = new ServiceTypes(own, host);
        List<StandInDraft> drafts =
                own.automatic().stream().map(StandInDraft::new).toList();
        drafts.forEach(this::addProvides);
        drafts.forEach(draft -> addUses(draft, services.namedBy(draft.module())));
        drafts.forEach(draft -> addUses(draft, services.all()));
        List<ModuleReference> references = new ArrayList<>();
        own.all().stream()
                .filter(module -> !module.isAutomatic())
                .map(OwnModule::reference)
                .forEach(references::add);
        drafts.stream().map(StandInDraft::standIn).forEach(references::add);
        return new OwnModules(own.main().name(), references);
    }

    private void addProvides(StandInDraft draft) {
        for (Provides provides : draft.module().descriptor().provides()) {
            exporter(draft.module(), Names.packageOf(provides.service())).ifPresent(exporter -> {
                require(draft, exporter);
                draft.provide(provides);
            });
        }
    }

    /** An automatic module may use any service; the JDK takes only those whose package is read. */
    private void addUses(StandInDraft draft, Collection<String> services) {
        for (String service : services) {
            usable(draft, Names.packageOf(service)).ifPresent(exporter -> {
                require(draft, exporter);
                draft.use(service);
            });
        }
    }

    /** Returns the module that has a service; if none is read, nobody can ask for it. */
    private Optional<String> exporter(OwnModule module, String packageName) {
        return ownExporter(module, packageName)
                .or(() -> hostExporters(module, packageName)
                        .filter(other -> other.implied().stream().noneMatch(this::isInConflict))
                        .map(HostModule::name)
                        .findFirst());
    }

    /** A service that could be used is no reason to read modules that do not go together. */
    private Optional<String> usable(StandInDraft draft, String packageName) {
        return ownExporter(draft.module(), packageName)
                .or(() -> hostExporters(draft.module(), packageName)
                        .filter(other ->
                                draft.requires(other.name()) || harmless.computeIfAbsent(other, this::isHarmless))
                        .map(HostModule::name)
                        .findFirst());
    }

    private boolean isHarmless(HostModule module) {
        return (module.isOfJdk() || !host.isAmbiguous())
                && Stream.concat(Stream.of(module), module.neighbours().stream())
                        .flatMap(read -> read.implied().stream())
                        .noneMatch(this::isInConflict);
    }

    private Optional<String> ownExporter(OwnModule module, String packageName) {
        if (module.packages().contains(packageName)) {
            return Optional.of(module.name());
        }
        return packages.contains(packageName)
                ? own.all().stream()
                        .filter(other ->
                                other.isExported(packageName, module) && !requires(other.name(), module.name()))
                        .map(OwnModule::name)
                        .findFirst()
                : Optional.empty();
    }

    private Stream<HostModule> hostExporters(OwnModule module, String packageName) {
        return host.exporters(packageName).stream().filter(other -> other.isExported(packageName, module.name()));
    }

    private boolean isInConflict(HostModule module) {
        return own.contains(module.name()) || packages.stream().anyMatch(module.exported()::contains);
    }

    private void require(StandInDraft draft, String name) {
        draft.require(name);
        require(draft.module().name(), name);
    }

    private void require(String module, String name) {
        required.computeIfAbsent(module, first -> new HashSet<>()).add(name);
    }

    private boolean requires(String module, String wanted) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(module));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(wanted)) {
                return true;
            }
            required.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
