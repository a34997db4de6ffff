/** What host and modules share, as data; a shared leaf. */
package dev.layers.internal.contract;
