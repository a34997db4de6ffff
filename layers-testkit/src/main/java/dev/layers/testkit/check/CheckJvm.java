package dev.layers.testkit.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the command once more, in a JVM that the plug-in may end, and whose output it may spoil. */
final class CheckJvm {
    private static final String STRICT = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /** A process that a plug-in started and that outlives it may keep the output open. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Path java;
    private final PrintStream error;

    /**
     * Names what it needs.
     *
     * @param java the program that is started
     * @param error where the output of the JVM goes
     */
    CheckJvm(Path java, PrintStream error) {
        this.java = java;
        this.error = error;
    }

    /** Returns that of the JDK that runs this. */
    static CheckJvm own(PrintStream error) {
        return new CheckJvm(Path.of(System.getProperty("java.home"), "bin", "java"), error);
    }

    /**
     * How it is run.
     *
     * @param isStrict whether soft references are cleared as soon as they can
     * @param isStyled whether text is for a terminal that shows colours
     */
    record Mode(boolean isStrict, boolean isStyled) {}

    /**
     * Returns what the command with {@code arguments} came to.
     *
     * @throws NoResultException if the JVM could not be started, or ended before it came to anything
     */
    Handover run(Mode mode, List<String> arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("layers-check");
        Path file = directory.resolve("result");
        try {
            int code = await(start(mode, file, arguments), directory);
            if (!Files.exists(file)) {
                throw NoResultException.ended(code);
            }
            return Handover.read(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private Process start(Mode mode, Path file, List<String> arguments) {
        try {
            return new ProcessBuilder(command(mode, file, arguments))
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failed) {
            throw NoResultException.notStarted(failed);
        }
    }

    private List<String> command(Mode mode, Path file, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (mode.isStrict()) {
            command.add(STRICT);
        }
        command.addAll(new InnerJvm(file, ProcessHandle.current().pid(), mode.isStyled()).options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CheckMain.class.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Returns the exit code. Who ends this process ends that one; if this is killed, that one sees it itself. */
    private int await(Process process, Path directory) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, directory), "check end"));
        Thread output = new Thread(() -> pass(process.getInputStream()), "check output");
        output.setDaemon(true);
        output.start();
        int code = process.waitFor();
        output.join(REST.toMillis());
        return code;
    }

    private static void end(Process process, Path directory) {
        process.destroyForcibly().onExit().join();
        // the file that is missing or still there is nothing that anybody waits for
        directory.toFile().delete();
    }

    private void pass(InputStream output) {
        try (output) {
            output.transferTo(error);
        } catch (IOException ended) {
            error.flush();
        }
    }
}
