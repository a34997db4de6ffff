package dev.layers;

import dev.layers.internal.heap.AnalysisListener;
import dev.layers.internal.heap.HeapAnalysis;
import dev.layers.internal.heap.HeapDumpException;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.LiveDump;
import java.util.Collection;
import java.util.Map;

/** Looks for marks in the live heap. */
@FunctionalInterface
interface Examination {
    /**
     * Looks for all marks of {@code numbers}.
     *
     * @return what holds the referents of each
     * @throws HeapDumpException if nothing can be known
     */
    Map<Long, Holding> of(Collection<Long> numbers, AnalysisListener listener) throws HeapDumpException;

    /** Returns the one that makes a heap dump, reads it and deletes it. */
    static Examination byHeapDump(ExplanationPolicy.HeapDump policy) {
        return (numbers, listener) -> {
            listener.progress("dumping the heap", 0);
            try (LiveDump dump = LiveDump.of(policy.directory(), policy.largestHeap())) {
                listener.progress("dumping the heap", 100);
                return HeapAnalysis.of(dump.file(), numbers, policy.paths(), listener);
            }
        };
    }
}
