package dev.layers.internal.drain;

import java.util.List;
import java.util.Set;

/**
 * Judges by one stack whether its thread is inside a call of one generation.
 *
 * <p>Every call goes through generated code that stands on the stack before it asks whether the gate is open. So a thread
 * without such a frame is outside, whatever it does next: it will find the gate closed.
 */
final class CallRule {
    private static final String GENERATED = "dev.layers.generated.";
    private static final String OURS = "dev.layers.internal.";
    /** Names, since what refuses is no business of this leaf. */
    private static final String BORDER = OURS + "boundary.Border";

    private static final String CENSUS = OURS + "drain.CallCensus";

    private final Set<String> loaders;

    /** Takes for calls the generated frames of the loaders with these names. */
    CallRule(Set<String> loaders) {
        this.loaders = Set.copyOf(loaders);
    }

    /** Judges {@code stack}, the top frame first. */
    boolean isInside(List<StackTraceElement> stack) {
        boolean heldUp = false;
        for (StackTraceElement frame : stack) {
            heldUp |= isHoldingUp(frame);
            if (frame.getClassName().startsWith(GENERATED)) {
                if (isCall(frame) && !heldUp) {
                    return true;
                }
                heldUp = false;
            }
        }
        return false;
    }

    /** Judges the stack of the thread that asks; the call that leads here, with nothing but our frames above, is none yet. */
    boolean isAskingInside(List<StackTraceElement> stack) {
        int above = 0;
        while (above < stack.size() && isOurs(stack.get(above))) {
            above++;
        }
        boolean isAsking = above < stack.size() && isCall(stack.get(above));
        return isInside(stack.subList(isAsking ? above + 1 : above, stack.size()));
    }

    private boolean isCall(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        return loader != null
                && loaders.contains(loader)
                && frame.getClassName().startsWith(GENERATED);
    }

    /**
     * Returns whether {@code frame} finds out that a call does not get in. It asks at a closed gate alone, where nobody
     * gets in but over a frame further down that counts by itself, or on a thread of the module's own, whose calls are none
     * of the host's. A thread that is refused again and again is mostly here.
     */
    private static boolean isHoldingUp(StackTraceElement frame) {
        return switch (frame.getClassName()) {
            case CENSUS -> frame.getMethodName().equals("isCurrentThreadInside");
            case BORDER -> frame.getMethodName().equals("refuse");
            default -> false;
        };
    }

    /** What looks at stacks is the JDK's as well, in more than one module. */
    private static boolean isOurs(StackTraceElement frame) {
        String module = frame.getModuleName();
        return frame.getClassName().startsWith(OURS)
                || (module != null && (module.startsWith("java.") || module.startsWith("jdk.")));
    }
}
