package dev.layers.internal.failure;

import java.util.Arrays;

/** Frames of stacks as text alone: those of another thread's stack hold their class, on some JDKs for ever. */
public final class Frames {
    private Frames() {}

    /** Returns frames that say the same and hold nothing. */
    public static StackTraceElement[] copies(StackTraceElement[] frames) {
        return Arrays.stream(frames).map(Frames::copy).toArray(StackTraceElement[]::new);
    }

    /**
     * Returns a frame that says the same and holds nothing.
     *
     * <p>One that prints less than its copy is kept: the JDK has let go of its class when it worked out what to leave out.
     */
    public static StackTraceElement copy(StackTraceElement frame) {
        StackTraceElement copy = new StackTraceElement(
                frame.getClassLoaderName(),
                frame.getModuleName(),
                frame.getModuleVersion(),
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
        return frame.toString().equals(copy.toString()) ? copy : frame;
    }
}
