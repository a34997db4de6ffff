/** What stands on which page. */
package dev.layers.docs.page;
