package dev.layers.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreflightReportTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final Finding ERROR =
            new Finding(Rule.PROVIDER_MISSING, "chat.jar", "no provider", "a provider of 'bot.Command'", "add one");
    private static final Finding WARNING = new Finding(
            Rule.GUARDED, "chat.jar!/acme/Chat.class", "no 'Room.topic()'", "types of bot.api", "compile it");
    private static final Finding NOTE =
            new Finding(Rule.USES_THREADS, "chat.jar!/acme/Beat.class", "'new Thread'", "threads that end", "end them");
    private static final Finding NOT_READY =
            new Finding(Rule.NOT_READY, "chat.jar", "it changed while it was read", "an artifact at rest", "wait");

    @Test
    void text_ofNothingFound_isOneLine() {
        assertThat(report("CN=Acme,O=Acme", "CN=Bot").text())
                .isEqualTo("Module 'chat' from chat.jar (sha256 0123456789ab, signed by 'CN=Acme,O=Acme', 'CN=Bot'):"
                        + " accepted");
    }

    @Test
    void text_ofFindings_tellsErrorsFirst() {
        assertThat(report(NOTE, WARNING, ERROR, NOTE)).hasToString("""
                        Module 'chat' from chat.jar (sha256 0123456789ab, no signer): refused, 1 error, 1 warning, 2 notes
                          ERROR L050 chat.jar: no provider
                            wanted: a provider of 'bot.Command'
                            do: add one
                          WARNING L069 chat.jar!/acme/Chat.class: no 'Room.topic()'
                            wanted: types of bot.api
                            do: compile it
                          NOTE L100 chat.jar!/acme/Beat.class: 'new Thread'
                            wanted: threads that end
                            do: end them
                          NOTE L100 chat.jar!/acme/Beat.class: 'new Thread'
                            wanted: threads that end
                            do: end them""");
    }

    @Test
    void text_ofWarningsAlone_isAccepted() {
        assertThat(report(WARNING).text())
                .startsWith("Module 'chat' from chat.jar (sha256 0123456789ab, no signer): accepted, 1 warning\n");
    }

    @Test
    void text_ofWhatIsNeitherReadNorNamed() {
        Origin unread = new Origin("chat.jar", "", List.of());

        assertThat(new PreflightReport(unread, Optional.empty(), List.of(NOT_READY)).text())
                .isEqualTo("""
                        chat.jar: not ready, 1 error
                          ERROR L008 chat.jar: it changed while it was read
                            wanted: an artifact at rest
                            do: wait""");
    }

    @Test
    void text_ofTwentyFindingsOfOneRule_tellsEach() {
        assertThat(report(damages(20)).text().lines())
                .hasSize(1 + 20 * 3)
                .noneMatch(line -> line.contains("more of"))
                .contains("  ERROR L007 entry 19: damaged");
    }

    @Test
    void text_ofMoreFindingsOfOneRule_tellsTheNumberOfTheRest() {
        List<Finding> findings = new ArrayList<>(List.of(damages(23)));
        findings.add(11, ERROR);

        assertThat(report(findings.toArray(Finding[]::new)).text().lines())
                .hasSize(1 + 20 * 3 + 1 + 3)
                .startsWith("Module 'chat' from chat.jar (sha256 0123456789ab, no signer): refused, 24 errors")
                .containsSequence(
                        "  ERROR L007 entry 19: damaged",
                        "    wanted: an entry that can be read and matches its checksum",
                        "    do: build or copy it again",
                        "  ... and 3 more of L007",
                        "  ERROR L050 chat.jar: no provider")
                .doesNotContain("  ERROR L007 entry 20: damaged");
    }

    @Test
    void text_ofLineBreaksInNames_hasNoLineOfTheirs() {
        Origin origin = new Origin("chat\n.jar", DIGEST, List.of("CN=A\nccepted"));

        assertThat(new PreflightReport(origin, Optional.of("ch\u2028at"), List.of()).text())
                .isEqualTo("Module 'ch\\u2028at' from chat\\u000a.jar"
                        + " (sha256 0123456789ab, signed by 'CN=A\\u000accepted'): accepted");
    }

    @Test
    void findings_areOrderedBySeverity_thenAsTheyWereFound() {
        Finding other = new Finding(Rule.NOT_IMPLEMENTED, "a", "b", "c", "d");

        assertThat(report(NOTE, ERROR, WARNING, other).findings()).containsExactly(ERROR, other, WARNING, NOTE);
    }

    @Test
    void notReady_isWhatWaitsForTheWriterAlone() {
        assertThat(report(NOT_READY, NOTE).isNotReady()).isTrue();
        assertThat(report(NOT_READY, ERROR).isNotReady()).isFalse();
        assertThat(report(NOTE).isNotReady()).isFalse();
        assertThat(report(NOT_READY).isAccepted()).isFalse();
    }

    private static Finding[] damages(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Rule.ENTRY_DAMAGED.at("entry " + number, "damaged"))
                .toArray(Finding[]::new);
    }

    private static PreflightReport report(Finding... findings) {
        return new PreflightReport(
                new Origin("chat.jar", DIGEST, List.of()),
                Optional.of("chat"),
                Stream.of(findings).toList());
    }

    private static PreflightReport report(String... signers) {
        return new PreflightReport(new Origin("chat.jar", DIGEST, List.of(signers)), Optional.of("chat"), List.of());
    }
}
