package dev.layers.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PreflightJsonTest {
    private static final String ODD = "quote \" backslash \\ tab \t end \u0001 \u2028 \uD83D\uDE00 ünï </script>";

    @Test
    void json_ofAReport() {
        PreflightReport report = new PreflightReport(
                new Origin("chat.jar", "9f86", List.of("CN=Acme,O=Acme", "CN=Bot")),
                Optional.of("chat"),
                List.of(
                        new Finding(Rule.GUARDED, "acme.Chat", "a", "b", "c"),
                        Rule.NOT_SIGNED.at("fonts.jar", "no signature")),
                new TreeMap<>(Map.of("bot.Command", List.of("acme.Base", "acme.Chat"))));

        assertThat(report.json())
                .isEqualTo("{\"artifact\":\"chat.jar\",\"digest\":\"9f86\",\"signers\":[\"CN=Acme,O=Acme\",\"CN=Bot\"],"
                        + "\"module\":\"chat\",\"accepted\":false,\"notReady\":false,\"findings\":["
                        + "{\"rule\":\"L091\",\"severity\":\"ERROR\",\"where\":\"fonts.jar\",\"found\":\"no signature\","
                        + "\"wanted\":\"a jar whose every entry is signed\",\"advice\":\"sign it as a jar, with jarsigner\"},"
                        + "{\"rule\":\"L069\",\"severity\":\"WARNING\",\"where\":\"acme.Chat\",\"found\":\"a\","
                        + "\"wanted\":\"b\",\"advice\":\"c\"}],"
                        + "\"implementations\":{\"bot.Command\":[\"acme.Base\",\"acme.Chat\"]}}");
    }

    @Test
    void json_ofWhatCouldNotBeRead_hasAllFields() {
        PreflightReport report = new PreflightReport(new Origin("", "", List.of()), Optional.empty(), List.of());

        assertThat(report.json())
                .isEqualTo("{\"artifact\":\"\",\"digest\":\"\",\"signers\":[],\"module\":null,"
                        + "\"accepted\":true,\"notReady\":false,\"findings\":[],\"implementations\":{}}");
    }

    @Test
    void json_ofOddText_isReadAsItWas() throws IOException {
        Finding finding = new Finding(Rule.ENTRY_NAME, ODD, ODD, ODD, ODD);
        PreflightReport report =
                new PreflightReport(new Origin(ODD, ODD, List.of(ODD)), Optional.of(ODD), List.of(finding));

        List<String> texts = texts(report.json());

        assertThat(texts.subList(0, 4)).containsOnly(ODD);
        assertThat(texts.subList(4, texts.size()))
                .containsExactly("L012", "ERROR", finding.where(), finding.found(), finding.wanted(), finding.advice());
    }

    @Test
    void json_hasAllFindings() throws IOException {
        Finding finding = Rule.ENTRY_DAMAGED.at("chat.jar", "damaged");

        String json = new PreflightReport(
                        new Origin("chat.jar", "", List.of()), Optional.empty(), Collections.nCopies(50, finding))
                .json();

        assertThat(texts(json)).filteredOn("L007"::equals).hasSize(50);
        assertThat(json.lines()).hasSize(1);
    }

    /** Returns all values that are text, in their order. */
    private static List<String> texts(String json) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
        }
        return texts;
    }
}
