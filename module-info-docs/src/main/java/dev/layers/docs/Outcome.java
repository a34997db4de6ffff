package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** What a command came to. */
interface Outcome {
    ExitCode exitCode();

    /** Returns it as a person reads it on standard output. */
    List<String> lines();

    /** Writes the fields that follow those that every command has. */
    void write(JsonGenerator json) throws IOException;
}
