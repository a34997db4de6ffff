package dev.layers.internal.woven;

/** The class loader of a generation, which code of ours finds on a stack. */
public interface WovenLoader {
    /** Returns what the code of the generation made. */
    Belongings belongings();
}
