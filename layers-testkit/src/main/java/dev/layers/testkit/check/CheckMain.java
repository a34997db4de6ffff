package dev.layers.testkit.check;

import java.io.IOException;
import java.util.Optional;

/** The process of a command. */
public final class CheckMain {
    private CheckMain() {}

    /**
     * Runs a command and ends the JVM.
     *
     * @param arguments the command line
     * @throws IOException if this is the JVM that runs the plug-in, and what it came to cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Optional<InnerJvm> inner = InnerJvm.current();
        if (inner.isPresent()) {
            inner.get().run(arguments);
        }
        System.exit(LayersCommand.run(System.out, System.err, arguments));
    }
}
