package dev.layers.testkit.check;

import java.io.PrintStream;

/** Keeps one line of a terminal up to date, and leaves none. */
final class TerminalProgress implements Progress {
    /** Back to the begin of the line, and nothing on it. */
    private static final String AGAIN = "\r\u001b[K";

    private final PrintStream terminal;

    TerminalProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void doing(String what) {
        terminal.print(AGAIN + what);
        terminal.flush();
    }

    @Override
    public void done() {
        terminal.print(AGAIN);
        terminal.flush();
    }
}
