package dev.layers.sample.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** Lines from a pipe or a file, echoed so that the transcript reads like a session. */
record PipedConsole(BufferedReader in, PrintWriter out) implements Console {
    @Override
    public Optional<String> readLine() throws IOException {
        Optional<String> line = Optional.ofNullable(in.readLine());
        line.ifPresent(text -> print("> " + text));
        return line;
    }

    @Override
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
