/**
 * From paths to modules; nothing of them is loaded or run.
 *
 * <p>The way of the data: paths &rarr; places (which of them may be a module) &rarr; modules found (by the JDK's module
 * finder) &rarr; their content, class file by class file &rarr; what jars of sources add.
 *
 * <ul>
 *   <li>A path that does not exist, or is neither a jar nor a directory, is the mistake of the caller and stops everything.
 *       Whatever else cannot be read is told as a trouble and left out, and the rest is read.
 *   <li>A directory is, in this order: an exploded module, if it has a {@code module-info.class}; a module path, if jars
 *       or exploded modules lie in it; an automatic module, if classes lie below it, named by its manifest or by itself.
 *   <li>Of two artifacts of one module the first counts, as on a module path.
 *   <li>A jar for several JDKs is read as JDK 17 would read it, whichever runs.
 *   <li>Sizes are bounded: 16 MiB for a class, descriptor or manifest, 1 GiB for all classes of a module, 4 MiB for a source.
 *   <li>Class files are read with ASM alone, once each. A scan with ClassGraph that also tells which class links to which
 *       takes a JDK 1.3 GB of memory, this one 0.4 GB.
 * </ul>
 *
 * <p>Limits: of a parameterized outer type ({@code Outer<T>.Inner}) a signature keeps the name alone; a member that code
 * reaches through a subtype of its own counts as its own.
 */
package dev.layers.docs.read;
