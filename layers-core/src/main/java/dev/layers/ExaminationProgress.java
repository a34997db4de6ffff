package dev.layers;

import dev.layers.internal.heap.AnalysisListener;
import dev.layers.internal.time.Deadline;
import java.util.function.BooleanSupplier;

/** How far an examination is: tells every tenth of a stage once, and has it given up when time is over. */
final class ExaminationProgress implements AnalysisListener {
    private static final int TENTH = 10;

    private final int generations;
    private final Deadline deadline;
    private final BooleanSupplier closed;
    private final Listener listener;
    private String stage = "";
    private int told = -TENTH;

    /** Is told how far an examination is. */
    @FunctionalInterface
    interface Listener {
        /** {@code percent} of {@code stage} are done, for so many generations at once. */
        void examining(int generations, String stage, int percent);
    }

    ExaminationProgress(int generations, Deadline deadline, BooleanSupplier closed, Listener listener) {
        this.generations = generations;
        this.deadline = deadline;
        this.closed = closed;
        this.listener = listener;
    }

    @Override
    public void progress(String current, int percent) {
        int reached = percent - percent % TENTH;
        if (current.equals(stage) && reached <= told) {
            return;
        }
        stage = current;
        told = reached;
        listener.examining(generations, current, percent);
    }

    @Override
    public boolean isWaiting() {
        return !closed.getAsBoolean() && !deadline.isPast();
    }
}
