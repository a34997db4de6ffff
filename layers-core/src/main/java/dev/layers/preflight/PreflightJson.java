package dev.layers.preflight;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** A report as programs read it. */
final class PreflightJson {
    private final JsonGenerator json;

    private PreflightJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(PreflightReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            new PreflightJson(json).write(report);
        } catch (IOException impossible) {
            throw new IllegalStateException("A string cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private void write(PreflightReport report) throws IOException {
        json.writeStartObject();
        write(report.origin());
        json.writeStringField("module", report.module().orElse(null));
        json.writeBooleanField("accepted", report.isAccepted());
        json.writeBooleanField("notReady", report.isNotReady());
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            write(finding);
        }
        json.writeEndArray();
        writeImplementations(report);
        json.writeEndObject();
    }

    private void writeImplementations(PreflightReport report) throws IOException {
        json.writeObjectFieldStart("implementations");
        for (Map.Entry<String, List<String>> type : report.implementations().entrySet()) {
            writeArray(type.getKey(), type.getValue());
        }
        json.writeEndObject();
    }

    private void writeArray(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void write(Origin origin) throws IOException {
        json.writeStringField("artifact", origin.artifact());
        json.writeStringField("digest", origin.digest());
        writeArray("signers", origin.signers());
    }

    private void write(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("where", finding.where());
        json.writeStringField("found", finding.found());
        json.writeStringField("wanted", finding.wanted());
        json.writeStringField("advice", finding.advice());
        json.writeEndObject();
    }
}
