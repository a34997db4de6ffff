package dev.layers.sample.host;

import dev.layers.sample.contract.Room;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the bot on the terminal, or on what is piped into it. */
@Command(
        name = "bot",
        description = "A console bot whose commands come from modules.",
        mixinStandardHelpOptions = true,
        version = "bot 0.1",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all that was asked went well and every unload was clean",
            "1:something did not",
            "2:wrong usage"
        })
final class Main implements Callable<Integer> {
    /** Long enough for what ends by itself, short enough to watch. */
    private static final Duration THREADS = Duration.ofSeconds(5);

    @Option(names = "--room", defaultValue = "lobby", description = "The room to answer in (${DEFAULT-VALUE}).")
    private String room = "lobby";

    @Option(
            names = "--patience",
            defaultValue = "10",
            description = "How many seconds collections are requested for after an unload (${DEFAULT-VALUE}).")
    private long patience = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (patience < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--patience: " + patience + "; wanted zero or more seconds");
        }
        Room here = () -> room;
        try (Console console = Console.open(spec.commandLine().getOut());
                Bot bot = new Bot(console, here, Duration.ofSeconds(patience), THREADS)) {
            bot.run();
            return bot.exitCode();
        }
    }
}
