package dev.layers.guarantees;

import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host in a JVM of its own, which loads one module and answers each line it is told with one line. */
final class HostProcess implements AutoCloseable {
    private static final String MAIN = """
            package host;

            import dev.layers.*;
            import java.io.*;
            import java.lang.management.ManagementFactory;
            import java.nio.file.*;
            import java.time.Duration;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    ServiceContract contract = ServiceContract.builder().provides(bot.Command.class).build();
                    CollectionPolicy policy = CollectionPolicy.request(Duration.ofSeconds(10));
                    try (LayerManager manager = LayerManager.builder(contract).collecting(policy).build();
                            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
                        LoadedModule module = manager.load(Path.of(arguments[0]));
                        bot.Command command = module.service(bot.Command.class);
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            System.out.println(switch (line) {
                                case "reload" -> outcome(module.reload());
                                case "unload" -> outcome(module.unload());
                                case "options" -> ManagementFactory.getRuntimeMXBean().getInputArguments();
                                case "temporary file" -> Files.createTempFile("host", "").getFileName();
                                default -> command.apply(line);
                            });
                        }
                    }
                }

                private static String outcome(UnloadReport report) throws Exception {
                    String verdict = report.await(Duration.ofSeconds(10)).orElseThrow().getClass().getSimpleName();
                    return report.generation() + " " + verdict + " " + report.findings();
                }
            }
            """;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter lines;

    private HostProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.lines = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /** A host to start: how it has its contract, and which options its JVM gets. */
    record Launch(TestHost.Kind kind, Path contractJar, Path directory, List<String> options) {
        /** Compiles the host and starts it with the module at {@code artifact}. */
        HostProcess start(Path artifact) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(kind == TestHost.Kind.MODULE_PATH ? onModulePath() : onClassPath());
            command.add(artifact.toString());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
            return new HostProcess(builder.start());
        }

        private List<String> onModulePath() {
            Path jar = with(ModuleSource.module(
                    "module host { requires dev.layers.core; requires bot.api; requires java.management; }"));
            return List.of("-p", path(jar), "-m", "host/host.Main");
        }

        private List<String> onClassPath() {
            return List.of("-cp", path(with(ModuleSource.plain())), "host.Main");
        }

        private Path with(ModuleSource source) {
            return source.type(MAIN)
                    .dependsOn(contractJar)
                    .dependsOn(CorePath.locations())
                    .toJar(directory.resolve("host.jar"));
        }

        private String path(Path hostJar) {
            return Stream.concat(Stream.of(hostJar, contractJar), Stream.of(CorePath.locations()))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Tells the host a line and returns its answer; {@code null} when it has ended. */
    String ask(String line) throws IOException {
        lines.println(line);
        return answers.readLine();
    }

    /** Ends the JVM without a chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets the host come to its end; returns its exit code. */
    int end() throws InterruptedException {
        lines.close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
