package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.LinkedHashSet;
import java.util.Set;

/** The modules that a module with a descriptor reads, by the rules of {@code Configuration.resolve}. */
final class Reads {
    private final Case checked;
    private final OwnModule reader;
    private final Set<OwnModule> own = new LinkedHashSet<>();
    private final Set<HostModule> host = new LinkedHashSet<>();

    Reads(Case checked, OwnModule reader) {
        this.checked = checked;
        this.reader = reader;
        for (Requires requires : reader.descriptor().requires()) {
            follow(requires.name());
            addNeighbours(requires.name());
        }
    }

    OwnModule reader() {
        return reader;
    }

    Set<OwnModule> own() {
        return own;
    }

    Set<HostModule> host() {
        return host;
    }

    boolean isHostRead(String name) {
        return host.stream().anyMatch(module -> module.name().equals(name));
    }

    /** Returns whether the reader sees {@code packageName}: its own, or one that is exported to it. */
    boolean isVisible(String packageName) {
        if (reader.packages().contains(packageName)) {
            return true;
        }
        for (OwnModule module : own) {
            if (module.isExported(packageName, reader)) {
                return true;
            }
        }
        for (HostModule module : checked.host().exporters(packageName)) {
            if (host.contains(module) && module.isExported(packageName, reader.name())) {
                return true;
            }
        }
        return false;
    }

    private void follow(String name) {
        checked.own()
                .module(name)
                .ifPresentOrElse(
                        this::add, () -> checked.host().find(name).ifPresent(module -> host.addAll(module.implied())));
    }

    private void add(OwnModule module) {
        if (module.equals(reader) || !own.add(module)) {
            return;
        }
        if (module.isAutomatic()) {
            checked.own().automatic().forEach(this::add);
            checked.host().automatic().forEach(automatic -> host.addAll(automatic.implied()));
        }
        module.descriptor().requires().stream()
                .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .forEach(requires -> follow(requires.name()));
    }

    private void addNeighbours(String name) {
        if (!checked.own().contains(name)) {
            checked.host()
                    .find(name)
                    .ifPresent(module -> module.neighbours().forEach(neighbour -> host.addAll(neighbour.implied())));
        }
    }
}
