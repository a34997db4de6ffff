package dev.layers.docs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.layers.docs.model.Trouble;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** The one document that a command prints with {@code --json}. */
final class JsonDocument {
    /** Counts up when a field changes its meaning or goes away; further fields may come without. */
    static final int SCHEMA = 1;

    private JsonDocument() {}

    /** Returns what a command came to, on one line of ASCII. */
    static String of(String command, Outcome outcome, ExitCode exitCode, List<Trouble> troubles) {
        return document(command, exitCode, json -> {
            all(json, "unreadable", troubles, trouble -> write(json, trouble));
            outcome.write(json);
        });
    }

    /** Returns why a command came to nothing. */
    static String ofFailure(String command, ExitCode exitCode, String message) {
        return document(command, exitCode, json -> json.writeStringField("error", message));
    }

    /** Writes a list of objects or texts. */
    static <T> void all(JsonGenerator json, String name, Collection<T> values, Element<T> element) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            element.write(value);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Trouble trouble) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", trouble.place());
        json.writeStringField("found", trouble.found());
        json.writeEndObject();
    }

    private static String document(String command, ExitCode exitCode, Element<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("command", command);
            json.writeNumberField("exitCode", exitCode.number());
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes one value. */
    @FunctionalInterface
    interface Element<T> {
        void write(T value) throws IOException;
    }
}
