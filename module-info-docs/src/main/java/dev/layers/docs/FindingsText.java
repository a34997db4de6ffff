package dev.layers.docs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.layers.docs.findings.Finding;
import dev.layers.docs.findings.Findings;
import java.io.IOException;

/** Findings where a command tells of them in passing. */
final class FindingsText {
    private FindingsText() {}

    static String count(Findings findings) {
        int count = findings.findings().size();
        return count == 0 ? "no findings" : count == 1 ? "1 finding" : count + " findings";
    }

    static void write(JsonGenerator json, Findings findings) throws IOException {
        JsonDocument.all(json, "findings", findings.findings(), finding -> write(json, finding));
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().name());
        JsonDocument.all(json, "modules", finding.modules(), json::writeString);
        json.writeStringField("found", finding.found());
        json.writeStringField("advice", finding.rule().advice());
        json.writeEndObject();
    }
}
