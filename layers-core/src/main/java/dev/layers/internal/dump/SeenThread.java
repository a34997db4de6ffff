package dev.layers.internal.dump;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread as a dump shows it.
 *
 * @param id its number
 * @param name its name, often empty for a virtual one
 * @param virtual whether it is virtual; null when the dump does not say so, as it does only for some on some JDKs
 * @param state empty when the dump does not tell it
 * @param stack the top frame first
 */
public record SeenThread(long id, String name, @Nullable Boolean virtual, String state, List<StackTraceElement> stack) {
    /** What runs at the bottom of every virtual thread; where it is missing the dump has left frames out. */
    public boolean isWhole() {
        if (stack.isEmpty()) {
            return true;
        }
        StackTraceElement bottom = stack.get(stack.size() - 1);
        return "java.base".equals(bottom.getModuleName())
                && bottom.getMethodName().startsWith("run")
                && bottom.getClassName().startsWith("java.lang.")
                && bottom.getClassName().endsWith("VirtualThread");
    }
}
