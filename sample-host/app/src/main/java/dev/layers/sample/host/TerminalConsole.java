package dev.layers.sample.host;

import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A person at a terminal, with line editing and history. */
final class TerminalConsole implements Console {
    private final Terminal terminal;
    private final LineReader reader;

    TerminalConsole() throws IOException {
        terminal = TerminalBuilder.builder().build();
        reader = LineReaderBuilder.builder().terminal(terminal).build();
        print("Type 'help' to see what the bot knows.");
    }

    @Override
    public Optional<String> readLine() {
        try {
            return Optional.of(reader.readLine("> "));
        } catch (EndOfFileException | UserInterruptException left) {
            return Optional.empty();
        }
    }

    @Override
    public void print(String text) {
        reader.printAbove(text);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
