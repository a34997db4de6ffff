package dev.layers.internal.heap;

import java.util.List;
import java.util.Objects;

/**
 * Where a path starts.
 *
 * @param kind what makes it a root
 * @param thread the name of the thread, for kinds that have one; empty if there is none
 * @param frames the stack of that thread, innermost first, each as {@code acme.Chat.run(Chat.java:30)}; for a Java frame, or a
 *     JNI local, the frame that holds it comes first
 */
public record HeapRoot(Kind kind, String thread, List<String> frames) {
    /** What the collector starts from. */
    public enum Kind {
        /** A class of the boot loader or another one that is never unloaded: its static fields are where paths start. */
        CLASS,
        /** A live thread object. */
        THREAD,
        /** A local variable of a frame. */
        JAVA_FRAME,
        JNI_GLOBAL,
        JNI_LOCAL,
        NATIVE_STACK,
        MONITOR,
        THREAD_BLOCK,
        /** Waits for its finalizer. */
        FINALIZER,
        UNKNOWN
    }

    /** Checks the components. */
    public HeapRoot {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(thread, "thread");
        frames = List.copyOf(frames);
    }
}
