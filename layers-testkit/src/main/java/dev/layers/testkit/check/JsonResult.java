package dev.layers.testkit.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a result as one object of JSON on one line. */
final class JsonResult {
    private final JsonGenerator json;

    private JsonResult(JsonGenerator json) {
        this.json = json;
    }

    /** Returns {@code result} as text. */
    static String of(CheckResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new JsonResult(json).write(result);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(CheckResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("verdict", result.verdict().name());
        json.writeFieldName("hold");
        json.writeString(result.hold().map(Hold::name).orElse(null));
        json.writeBooleanField("clean", result.isClean());
        all("residue", result.residue(), this::write);
        all("paths", result.paths(), this::write);
        all("findings", result.findings(), this::write);
        json.writeNumberField("repeat", result.run().repeat());
        json.writeNumberField("millis", result.run().millis());
        json.writeEndObject();
    }

    private void write(LeftOver left) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", left.kind());
        json.writeStringField("text", left.text());
        json.writeEndObject();
    }

    private void write(RetentionPath path) throws IOException {
        json.writeStartObject();
        json.writeStringField("root", path.root());
        all("steps", path.steps(), json::writeString);
        json.writeStringField("cause", path.cause());
        json.writeStringField("advice", path.advice());
        json.writeEndObject();
    }

    private void write(CheckFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        json.writeStringField("where", finding.where());
        json.writeStringField("found", finding.found());
        json.writeStringField("wanted", finding.wanted());
        json.writeStringField("advice", finding.advice());
        json.writeEndObject();
    }

    private <T> void all(String name, List<T> values, Element<T> element) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            element.write(value);
        }
        json.writeEndArray();
    }

    /** Writes one element of a list. */
    private interface Element<T> {
        void write(T value) throws IOException;
    }
}
