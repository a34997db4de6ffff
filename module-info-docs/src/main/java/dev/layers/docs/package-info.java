/**
 * Pages about modules, made from what their descriptors say.
 *
 * <p>The way of the data: paths &rarr; artifacts (where a module is, and its descriptor) &rarr; documented modules (what
 * of a descriptor is worth a page) &rarr; pages (name and Markdown) &rarr; a directory, to be written or compared.
 *
 * <p>Rules of every page:
 * <ul>
 *   <li>It is the same on every machine: sorted, no dates, no places on disk. What differs between JDKs is left out:
 *       the recorded versions of {@code java.*} and {@code jdk.*} modules.
 *   <li>{@code java.base} is left out, because every module requires it, unless it is required with a modifier.
 *   <li>Providers stay in the order of the descriptor: a service loader hands them out so.
 *   <li>An automatic module exports and opens each of its packages, an open module opens each of them.
 *   <li>A section without entries is left out.
 *   <li>Its first line is a mark. A file without it belongs to somebody else and is neither replaced nor removed.
 * </ul>
 *
 * <p>Limit: a multi-release jar is read as the running JDK would read it.
 */
package dev.layers.docs;
