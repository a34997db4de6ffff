/**
 * What is checked before any code of a module runs, and what was found.
 *
 * <p>A {@link dev.layers.preflight.Rule} says what is wanted of an artifact and what to do where it is not so; a {@link
 * dev.layers.preflight.Finding} is one place where it is not so. A {@link dev.layers.preflight.PreflightReport} holds all
 * findings of one artifact with its private libraries; it refuses the module if one of them is an error. Everything here is
 * text, numbers and lists of them, and can be kept for ever.
 *
 * <p>Checks go in stages: reading, trust, identity, and then resolution, contract, linkage and permissions together. All
 * findings of a stage are reported together; what is refused in one stage is not looked at in the next.
 *
 * <p>Unless said otherwise, passing {@code null} to a method of this package throws {@link NullPointerException}.
 */
package dev.layers.preflight;
