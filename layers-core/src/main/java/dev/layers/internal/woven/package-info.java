/**
 * What woven code of modules calls in place of the JDK, and what it records there of its generation.
 *
 * <p>Modules are given access to this package when their layer is defined; nothing in it is for their authors to name.
 */
package dev.layers.internal.woven;
