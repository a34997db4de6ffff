/** What a person should look at. */
package dev.layers.docs.findings;
