package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.function.Consumer;

/** The modules that are required are there in versions that will do. */
final class VersionRules {
    private final Case checked;

    VersionRules(Case checked) {
        this.checked = checked;
    }

    void check(Consumer<Finding> findings) {
        checked.manifest().findings().forEach(findings);
        checked.manifest().ranges().forEach((name, range) -> {
            if (!isWanted(name)) {
                findings.accept(Rule.VERSIONS_INVALID.at(
                        where(),
                        "'Layers-Requires' in its manifest names '" + name + "', which nothing of it requires"));
            }
            range.flatMap(wanted -> check(name, wanted, "its manifest")).ifPresent(findings);
        });
        checked.terms()
                .versions()
                .forEach((name, range) ->
                        check(name, range, "the options of the load").ifPresent(findings));
    }

    private Optional<Finding> check(String name, VersionRange range, String place) {
        return isWanted(name)
                ? found(name).filter(found -> !found.isIn(range)).map(found -> refused(name, found, range, place))
                : Optional.empty();
    }

    /** Plain jars may use whatever is there. */
    private boolean isWanted(String name) {
        return isRequired(name) || checked.own().hasPlainJar();
    }

    private Finding refused(String name, Found found, VersionRange range, String place) {
        String manner = isOptional(name) ? "' optionally, " : "', ";
        return Rule.VERSION_REFUSED.at(where(), "requires '" + name + manner + found.text(), range, name, place);
    }

    /** A module that is there. */
    private record Found(String side, Optional<Version> version, Optional<String> recorded) {
        boolean isIn(VersionRange range) {
            return version.filter(range::contains).isPresent();
        }

        String text() {
            return recorded.map(text -> "which is " + side + " as version " + text)
                    .orElse("which is " + side + " without a version");
        }
    }

    private Optional<Found> found(String name) {
        return checked.own()
                .module(name)
                .map(OwnModule::descriptor)
                .map(own -> new Found("a private library", own.version(), own.rawVersion()))
                .or(() -> checked.host()
                        .find(name)
                        .map(other -> new Found(
                                checked.host().isOfHost(name) ? "in the host" : "loaded",
                                other.version(),
                                other.rawVersion())));
    }

    private String where() {
        return checked.own().main().where();
    }

    private boolean isRequired(String name) {
        return checked.own().all().stream()
                .map(OwnModule::descriptor)
                .map(ModuleDescriptor::requires)
                .anyMatch(requires -> requires.stream().map(Requires::name).anyMatch(name::equals));
    }

    private boolean isOptional(String name) {
        return isRequired(name)
                && checked.own().all().stream()
                        .flatMap(module -> module.descriptor().requires().stream())
                        .filter(requires -> requires.name().equals(name))
                        .allMatch(requires -> requires.modifiers().contains(Requires.Modifier.STATIC));
    }
}
