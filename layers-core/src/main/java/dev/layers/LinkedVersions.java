package dev.layers;

import dev.layers.internal.layer.LinkedModule;
import dev.layers.internal.resolution.VersionRange;
import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a linked module requires is linked in versions that will do. */
final class LinkedVersions {
    private final ModuleDescriptor requiring;
    private final String where;
    private final Function<String, Optional<ModuleDescriptor>> present;

    /**
     * Checks {@code linked}.
     *
     * @param where where messages say that it is
     * @param present finds what is linked, by its name
     */
    LinkedVersions(LinkedModule linked, String where, Function<String, Optional<ModuleDescriptor>> present) {
        this.requiring = linked.descriptor();
        this.where = where;
        this.present = present;
    }

    /** Returns what lies outside of {@code ranges}, which are by names; what it does not require does not count. */
    List<Finding> findings(Map<String, String> ranges) {
        return new TreeMap<>(ranges)
                .entrySet().stream()
                        .filter(range -> isRequired(range.getKey()))
                        .flatMap(range -> finding(range.getKey(), VersionRange.of(range.getValue())))
                        .toList();
    }

    /** Automatic modules may use whatever is there. */
    private boolean isRequired(String name) {
        return requiring.isAutomatic()
                || requiring.requires().stream().map(Requires::name).anyMatch(name::equals);
    }

    private Stream<Finding> finding(String name, VersionRange range) {
        return present.apply(name).filter(found -> !isIn(found, range)).map(found -> refused(found, range)).stream();
    }

    private static boolean isIn(ModuleDescriptor found, VersionRange range) {
        Optional<Version> version = found.version();
        return version.filter(range::contains).isPresent();
    }

    private Finding refused(ModuleDescriptor found, VersionRange range) {
        String version = found.rawVersion()
                .map(text -> "', which is linked as version " + text)
                .orElse("', which is linked without a version");
        return Rule.VERSION_REFUSED.at(
                where, "requires '" + found.name() + version, range, found.name(), "the options of the load");
    }
}
