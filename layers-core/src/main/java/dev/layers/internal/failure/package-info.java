/** What went wrong in module code, told so that nothing of the module is kept. */
package dev.layers.internal.failure;
