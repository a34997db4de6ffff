/** Reads heap dumps in the HPROF format, record by record. */
package dev.layers.internal.hprof;
