package dev.layers.sample.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Where lines come from and answers go. */
interface Console extends AutoCloseable {
    /** Returns the next line, or empty at the end. */
    Optional<String> readLine() throws IOException;

    void print(String text);

    @Override
    void close() throws IOException;

    /** Opens the terminal if there is one, else standard input. */
    @SuppressWarnings("SystemConsoleNull") // it is null before JDK 22
    static Console open(PrintWriter out) throws IOException {
        return System.console() != null && isTerminal()
                ? new TerminalConsole()
                : new PipedConsole(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out);
    }

    /** From JDK 22 on there is a console also when input is piped; it says so itself, under release 17 unreachably. */
    private static boolean isTerminal() {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
