package dev.layers.internal.drain;

import java.util.List;
import java.util.Set;

/** Tells by stacks who is inside a call of one generation; holds nothing of it but names. */
public final class CallCensus {
    private final CallRule rule;

    /**
     * Creates the census of one generation.
     *
     * @param loaders the names of the class loaders of the generated code through which all its calls go
     */
    public CallCensus(Set<String> loaders) {
        this.rule = new CallRule(loaders);
    }

    /** Begins a drain; call it once the gate is closed. */
    public Drain begin() {
        return new Drain(rule);
    }

    /** Returns whether the current thread is inside a call, apart from one that itself leads here. */
    public boolean isCurrentThreadInside() {
        List<StackTraceElement> stack = StackWalker.getInstance()
                .walk(frames ->
                        frames.map(StackWalker.StackFrame::toStackTraceElement).toList());
        return rule.isAskingInside(stack);
    }
}
