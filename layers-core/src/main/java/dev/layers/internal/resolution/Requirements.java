package dev.layers.internal.resolution;

import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The modules that a module and its private libraries require and that neither they nor the host have.
 *
 * @param strict those without which it is refused
 * @param optional those that it stands on if they are there
 */
public record Requirements(SortedSet<String> strict, SortedSet<String> optional) {
    public Requirements {
        strict = Collections.unmodifiableSortedSet(new TreeSet<>(strict));
        optional = Collections.unmodifiableSortedSet(new TreeSet<>(optional));
    }

    /**
     * Returns what {@code modules} require.
     *
     * @param main the name of the module among them
     * @param host the modules of the host alone
     */
    public static Requirements of(String main, Collection<ModuleReference> modules, HostModules host) {
        OwnModules own = new OwnModules(main, modules);
        SortedSet<String> strict = new TreeSet<>();
        SortedSet<String> optional = new TreeSet<>();
        own.all()
                .forEach(module -> module.descriptor().requires().forEach(requires -> {
                    boolean isOptional = requires.modifiers().contains(Requires.Modifier.STATIC);
                    (isOptional ? optional : strict).add(requires.name());
                }));
        if (own.hasPlainJar()) {
            strict.addAll(ManifestVersions.of(own.main()).ranges().keySet());
        }
        strict.removeIf(name -> own.contains(name) || host.contains(name));
        optional.removeIf(name -> own.contains(name) || host.contains(name) || strict.contains(name));
        return new Requirements(strict, optional);
    }
}
