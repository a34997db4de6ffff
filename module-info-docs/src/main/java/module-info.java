import org.jspecify.annotations.NullMarked;

/**
 * Documents modules, their services and their contracts from what was compiled, as HTML or Markdown, checks that written pages are
 * still true, and tells what a new release breaks. No class of a documented module is loaded.
 */
@NullMarked
@SuppressWarnings("requires-automatic") // what draws and renders is not modular yet
module dev.layers.docs {
    requires com.fasterxml.jackson.core;
    requires com.google.common; // named by no class here: what draws needs it, and being automatic does not ask for it
    requires info.picocli;
    requires io.github.javadiffutils;
    requires com.j2html;
    requires static jdk.compiler;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires japicmp;
    requires org.javassist;
    requires static transitive org.jspecify;
    requires org.objectweb.asm;

    opens dev.layers.docs to
            info.picocli;
}
