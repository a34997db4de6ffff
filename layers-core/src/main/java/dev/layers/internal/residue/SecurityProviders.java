package dev.layers.internal.residue;

import java.security.Provider;
import java.security.Security;

/** Removes security providers. */
final class SecurityProviders implements Search {
    @Override
    public void run(Owner owner, Residue residue) {
        for (Provider provider : Security.getProviders()) {
            if (owner.owns(provider)) {
                String what = "security provider '" + provider.getName() + "' ("
                        + provider.getClass().getName() + ")";
                residue.undo(what, "removed", () -> Security.removeProvider(provider.getName()));
            }
        }
    }
}
