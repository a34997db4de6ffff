package dev.layers;

/**
 * What a module is there for.
 *
 * @since 0.1
 */
public enum Offer {
    /** It provides the services of the contract. */
    SERVICES,
    /** It exports packages to other modules, which require it; it need not provide any service. */
    PACKAGES
}
