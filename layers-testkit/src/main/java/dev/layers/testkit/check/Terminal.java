package dev.layers.testkit.check;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds out whether somebody looks at the standard error of this process. */
final class Terminal {
    private static final Path ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Returns progress that is shown where {@code error} is a terminal, else to nobody. */
    static Progress progress(PrintStream error) {
        return isError() ? new TerminalProgress(error) : new Silence();
    }

    private static boolean isError() {
        try {
            String target = Files.readSymbolicLink(ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return isConsole(System.console());
        }
    }

    /** Since JDK 22 there is a console without a terminal too; it says so itself. */
    private static boolean isConsole(@Nullable Console console) {
        return console != null && Runtime.version().feature() < 22;
    }

    /** Tells nobody. */
    private static final class Silence implements Progress {
        @Override
        public void doing(String what) {}

        @Override
        public void done() {}
    }
}
