package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What modules have that modules of the host or of the manager, which are read, have too. */
final class Overlap {
    private final Case checked;
    private final List<Shared> packages = new ArrayList<>();
    private final boolean hasNames;
    /** Keyed by the module, the module of the host and whoever reads it, each package once. */
    private final Map<Shared, Set<String>> found = new LinkedHashMap<>();

    /** A package of {@code own} that {@code host} exports to somebody. */
    private record Shared(OwnModule own, String name, HostModule host) {}

    Overlap(Case checked, List<OwnModule> modules) {
        this.checked = checked;
        this.hasNames = checked.own().names().stream().anyMatch(checked.host()::contains);
        for (OwnModule module : modules) {
            for (String name : module.packages()) {
                if (!isToldOtherwise(name)) {
                    checked.host().exporters(name).forEach(host -> packages.add(new Shared(module, name, host)));
                }
            }
        }
    }

    /** Returns whether no module could read such a thing, whatever it requires. */
    boolean isEmpty() {
        return packages.isEmpty() && !hasNames;
    }

    void check(List<Reads> reads, Consumer<Finding> findings) {
        checked.own().all().stream().filter(OwnModule::isPlainJar).findFirst().ifPresent(this::addOfJdk);
        for (Reads read : reads) {
            packages.stream()
                    .filter(shared -> read.host().contains(shared.host()))
                    .filter(shared -> shared.host()
                            .isExported(shared.name(), read.reader().name()))
                    .forEach(shared -> add(shared, read.reader()));
            checkNames(read, findings);
            checkHost(read, findings);
        }
        found.forEach((place, names) -> findings.accept(Rule.PACKAGE_OF_HOST.at(
                place.own().where(),
                "contains " + Names.packages(names) + ", which " + place.host().text() + " exports to '" + place.name()
                        + "'",
                place.host().name())));
    }

    /** Plain jars read every module; those of the host step back for them, those of the JDK do not. */
    private void addOfJdk(OwnModule plainJar) {
        packages.stream()
                .filter(shared -> shared.host().isOfJdk())
                .filter(shared -> shared.host().isExported(shared.name(), plainJar.name()))
                .forEach(shared -> add(shared, plainJar));
    }

    private boolean isToldOtherwise(String packageName) {
        return packageName.startsWith("java.")
                || checked.host().contractWith(packageName).isPresent();
    }

    private void add(Shared shared, OwnModule reader) {
        found.computeIfAbsent(new Shared(shared.own(), reader.name(), shared.host()), key -> new TreeSet<>())
                .add(shared.name());
    }

    private void checkNames(Reads reads, Consumer<Finding> findings) {
        Set<String> told = new TreeSet<>();
        for (HostModule host : reads.host()) {
            boolean isOwn = host.name().equals(reads.reader().name())
                    || reads.own().stream().anyMatch(own -> own.name().equals(host.name()));
            if (isOwn && checked.host().contract(host.name()).isEmpty() && told.add(host.name())) {
                findings.accept(Rule.PACKAGE_OF_HOST.at(
                        reads.reader().where(),
                        "reads two modules '" + host.name() + "': that of its artifact, and that of " + host.side(),
                        host.name()));
            }
        }
    }

    /** Modules of the host that do not go together, whoever reads them. */
    private void checkHost(Reads reads, Consumer<Finding> findings) {
        Map<String, HostModule> names = new HashMap<>();
        Map<String, HostModule> exporters = new HashMap<>();
        Set<HostModule> doubtful = checked.host().isAmbiguous() ? reads.host() : Set.of();
        for (HostModule module :
                doubtful.stream().sorted(Comparator.comparing(HostModule::name)).toList()) {
            if (names.putIfAbsent(module.name(), module) != null) {
                findings.accept(Rule.NOT_RESOLVED.at(
                        reads.reader().where(), "reads two modules '" + module.name() + "' of " + module.side()));
            }
            for (String name : module.exported()) {
                HostModule other =
                        module.isExported(name, reads.reader().name()) ? exporters.putIfAbsent(name, module) : null;
                if (other != null && !other.name().equals(module.name())) {
                    findings.accept(Rule.NOT_RESOLVED.at(
                            reads.reader().where(),
                            "'" + other.name() + "' and '" + module.name() + "' of " + module.side() + " both export '"
                                    + name + "' to it"));
                }
            }
        }
    }
}
