package dev.layers.internal.heap;

/** Who waits for an analysis: is told how far it is, and may have it given up. */
public interface AnalysisListener {
    /** Tells that {@code percent} of {@code stage} are done; called often, on the thread of the analysis. */
    void progress(String stage, int percent);

    /** Returns false to have the analysis given up; asked often. */
    boolean isWaiting();
}
