/** What was read: modules, their types, and what could not be read; knows nothing of pages. */
package dev.layers.docs.model;
