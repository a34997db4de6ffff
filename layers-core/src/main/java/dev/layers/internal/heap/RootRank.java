package dev.layers.internal.heap;

import dev.layers.internal.hprof.RootRecord;

/** How telling roots are, the most telling first: where several lead to an object, the first one is told. */
enum RootRank {
    /** Classes that are never unloaded, and live threads. */
    NAMED,
    /** What native code and the VM itself hold. */
    NATIVE,
    /** What is on a stack at the moment. */
    STACK;

    static RootRank of(RootRecord root) {
        return switch (root.tag()) {
            case RootRecord.STICKY_CLASS, RootRecord.THREAD_OBJECT -> NAMED;
            case RootRecord.JAVA_FRAME, RootRecord.JNI_LOCAL, RootRecord.NATIVE_STACK -> STACK;
            default -> NATIVE;
        };
    }
}
