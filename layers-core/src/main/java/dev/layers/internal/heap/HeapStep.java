package dev.layers.internal.heap;

import java.util.Objects;

/**
 * An object on a path, and how it leads to the next one.
 *
 * @param type the binary name of its class, of arrays as in source; of a class object the name of the class it stands for
 * @param isClass whether it is a class object
 * @param loader the name of the loader of {@code type}; empty for the boot loader, or a loader without a name
 * @param isTargets whether {@code type} was defined by what was sought (its loader), so that the object holds it by itself
 * @param link how it leads to the next one
 * @param label the name or index that {@code link} speaks of; empty if it has none
 * @param note what the object says of itself, where readable: the name of a thread, a loader, a module or a layer, the
 *     text of a key of a map entry; empty if nothing
 */
public record HeapStep(
        String type, boolean isClass, String loader, boolean isTargets, Link link, String label, String note) {
    /** Checks the components. */
    public HeapStep {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(note, "note");
    }
}
