package dev.layers.testkit.junit;

/**
 * What the check after a test does to learn whether modules are collected.
 *
 * @since 0.1
 */
public enum Collecting {
    /** Requests collections and wants every generation collected. */
    REQUEST,
    /** Requests none and wants no verdict: only what the unloads themselves found is checked. */
    PASSIVE
}
