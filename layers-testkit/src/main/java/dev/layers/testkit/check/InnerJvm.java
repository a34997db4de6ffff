package dev.layers.testkit.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The JVM that runs a plug-in, seen from inside: it prints nothing of its own, and hands over what it has to say.
 *
 * @param handover the file that it writes at its end
 * @param outer the id of the process that reads it
 * @param isStyled whether text is for a terminal that shows colours
 */
record InnerJvm(Path handover, long outer, boolean isStyled) {
    private static final String HANDOVER = "layers.check.handover";

    private static final String OUTER = "layers.check.outer";

    private static final String STYLED = "layers.check.styled";

    /** Returns what this JVM is, if it is one; no command line can say so, only how the JVM was started. */
    static Optional<InnerJvm> current() {
        return Optional.ofNullable(System.getProperty(HANDOVER))
                .map(file -> new InnerJvm(Path.of(file), Long.getLong(OUTER, 0), Boolean.getBoolean(STYLED)));
    }

    /** Returns the options that make a JVM such a one. */
    List<String> options() {
        return List.of("-D" + HANDOVER + "=" + handover, "-D" + OUTER + "=" + outer, "-D" + STYLED + "=" + isStyled);
    }

    /** Runs the command and ends this JVM, whatever a plug-in left running in it. */
    @SuppressWarnings("FutureReturnValueIgnored") // there is nobody to tell when this JVM has ended
    void run(String... arguments) throws IOException {
        ProcessHandle.of(outer).ifPresentOrElse(process -> process.onExit().thenRun(InnerJvm::end), InnerJvm::end);
        EarlyEnd guard = EarlyEnd.watch();
        // standard output is that of the outer process alone
        System.setOut(System.err);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int code = LayersCommand.run(stream(out), stream(error), arguments);
        guard.finish();
        new Handover(code, text(out), text(error)).write(handover);
        System.err.flush();
        end();
    }

    private static void end() {
        Runtime.getRuntime().halt(ExitCode.UNKNOWN.number());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
