package dev.layers.internal.heap;

/** What a loader of its own defines, to be held in many ways. */
public final class HeldPayload extends Thread {
    /** Holds this on a stack. */
    @Override
    public void run() {
        synchronized (this) {
            while (!isInterrupted()) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException end) {
            interrupt();
        }
    }
}
