package dev.layers.docs.model;

import java.util.Collection;
import java.util.List;

/** A package that is exported or opened, to the named modules or, if there are none, to every module. */
public record Grant(String packageName, List<String> modules) {
    public static Grant of(String packageName, Collection<String> modules) {
        return new Grant(packageName, modules.stream().sorted().toList());
    }

    public static List<Grant> toEveryModule(Collection<String> packageNames) {
        return packageNames.stream()
                .sorted()
                .map(packageName -> new Grant(packageName, List.of()))
                .toList();
    }
}
