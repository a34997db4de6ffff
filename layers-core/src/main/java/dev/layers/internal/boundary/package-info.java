/**
 * What crosses between host and module, and how: each type of a contract is classified once, values are taken over by
 * the rule of their type.
 */
package dev.layers.internal.boundary;
