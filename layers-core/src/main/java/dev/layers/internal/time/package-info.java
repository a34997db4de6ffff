/** Time as every step of an operation sees it: one deadline, handed down. */
package dev.layers.internal.time;
