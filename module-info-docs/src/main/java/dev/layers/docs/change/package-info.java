/** What changed between two releases of modules, and what of it breaks others. */
package dev.layers.docs.change;
