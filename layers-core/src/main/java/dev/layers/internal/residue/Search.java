package dev.layers.internal.residue;

/** Looks in one place of the JVM for what a generation left there. */
interface Search {
    /**
     * Undoes what is found; may run code of the module.
     *
     * @throws Exception if the place cannot be searched
     */
    void run(Owner owner, Residue residue) throws Exception;

    /**
     * Returns whether nothing is there, as far as that shows without a single call of code that is not the JDK's: then nobody
     * need search, nor wait for who does.
     */
    default boolean isVain(Owner owner) {
        return false;
    }
}
