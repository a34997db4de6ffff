/** Contracts: the services that modules provide and use, and how values cross at each method. */
package dev.layers.docs.contract;
