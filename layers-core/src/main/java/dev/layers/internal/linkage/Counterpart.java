package dev.layers.internal.linkage;

import dev.layers.internal.contract.ContractModule;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a fault: what does not have, or forbids, what a class uses.
 *
 * @param module a module, as it stands in messages
 * @param side what the class should be compiled against
 * @param owner who makes types public
 */
record Counterpart(String module, String side, String owner) {
    /** Returns that of a module, or the contract in general. */
    static Counterpart of(@Nullable ContractModule module) {
        String contract = "the contract";
        if (module == null) {
            return new Counterpart(contract, contract + " of the host", contract);
        }
        boolean isOfHost = module.party() == ContractModule.Party.HOST;
        return new Counterpart(module.text(), module.side(), isOfHost ? contract : module.side());
    }
}
