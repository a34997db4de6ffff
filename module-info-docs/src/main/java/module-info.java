import org.jspecify.annotations.NullMarked;

/**
 * Writes Markdown pages about modules from their descriptors, and checks that written pages are still true. No class of
 * a documented module is loaded.
 */
@NullMarked
module dev.layers.docs {
    requires info.picocli;
    requires static transitive org.jspecify;

    opens dev.layers.docs to
            info.picocli;
}
