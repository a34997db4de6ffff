package dev.layers.internal.heap;

import java.util.ArrayList;
import java.util.List;

/** Waits for so many questions, and notes what it is told. */
final class Patient implements AnalysisListener {
    final List<String> told = new ArrayList<>();
    private int patience;

    Patient() {
        this(Integer.MAX_VALUE);
    }

    Patient(int patience) {
        this.patience = patience;
    }

    @Override
    public void progress(String stage, int percent) {
        told.add(stage + " " + percent);
    }

    @Override
    public boolean isWaiting() {
        return patience-- > 0;
    }
}
