package dev.layers.internal.residue;

/** Looks in one place of the JVM for what a generation left there. */
interface Search {
    /**
     * Undoes what is found; may run code of the module.
     *
     * @throws Exception if the place cannot be searched
     */
    void run(Owner owner, Residue residue) throws Exception;
}
