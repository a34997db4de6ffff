package dev.layers.internal.resolution;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.util.function.Consumer;

/**
 * Names that belong to somebody else. A private library may bear that of a library of the host, and one that the JDK has
 * no longer: {@code java.xml.bind} and others live on as libraries.
 */
final class IdentityRules {
    private final Case checked;

    IdentityRules(Case checked) {
        this.checked = checked;
    }

    void check(Consumer<Finding> findings) {
        OwnModule main = checked.own().main();
        for (OwnModule module : checked.own().all()) {
            if (checked.host().isOfJdk(module.name())) {
                reserved(module, ofModule("JDK"), findings);
            } else if (module.equals(main)
                    && checked.host().contract(module.name()).isPresent()) {
                reserved(module, ofModule("contract"), findings);
            } else if (module.equals(main) && checked.host().contains(module.name())) {
                reserved(module, ofModule("host"), findings);
            }
        }
    }

    private static String ofModule(String owner) {
        return " is the name of a module of the " + owner;
    }

    private static void reserved(OwnModule module, String found, Consumer<Finding> findings) {
        findings.accept(Rule.NAME_RESERVED.at(module.where(), "'" + module.name() + "'" + found));
    }
}
