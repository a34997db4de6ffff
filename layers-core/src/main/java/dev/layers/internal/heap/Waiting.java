package dev.layers.internal.heap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;

/** Asks whether somebody still waits for the analysis, and tells how far it is. */
final class Waiting {
    private final AnalysisListener listener;
    private Stage stage = Stage.OBJECTS;
    private int told = -1;

    /** What an analysis does, in this order. */
    enum Stage {
        OBJECTS,
        REFERENCES,
        PATHS,
        LABELS
    }

    Waiting(AnalysisListener listener) {
        this.listener = listener;
    }

    void begin(Stage next) throws IOException {
        stage = next;
        told = -1;
        at(0);
    }

    /** Tells how much of the stage is done, and checks. */
    void at(int percent) throws IOException {
        if (percent > told) {
            told = percent;
            listener.progress(stage.name().toLowerCase(Locale.ROOT), percent);
        }
        check();
    }

    /** Throws if nobody waits. */
    void check() throws IOException {
        if (!listener.isWaiting() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody waits for it any longer");
        }
    }
}
