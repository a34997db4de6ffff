package dev.layers.internal.cause;

import dev.layers.internal.heap.Holding;

/** Where a path starts, in words. */
final class RootText {
    private RootText() {}

    static String of(Way way, Holding.Kind kind) {
        return way.staticField()
                .map(step -> "static field " + step.type() + "." + step.label())
                .orElseGet(
                        () -> kind == Holding.Kind.HIDDEN ? "an object that no root in the dump leads to" : root(way));
    }

    private static String root(Way way) {
        return switch (way.root().kind()) {
            case CLASS -> "class " + way.steps().get(0).type();
            case THREAD -> way.thread();
            case JAVA_FRAME -> "local variable of " + frame(way);
            case JNI_GLOBAL -> "global reference of native code";
            case JNI_LOCAL -> "local reference of native code in " + frame(way);
            case NATIVE_STACK -> "native stack of " + way.thread();
            case MONITOR -> "monitor that a thread has entered";
            case THREAD_BLOCK -> "block of " + way.thread();
            case FINALIZER -> "queue of the finalizer";
            case UNKNOWN -> "root of a kind that the dump does not name";
        };
    }

    /** Returns the frame, if the dump shows one, and its thread. */
    static String frame(Way way) {
        String frame = way.frame();
        return frame.isEmpty() ? way.thread() : frame + " on " + way.thread();
    }
}
