package dev.layers.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void text_isOneSentence() {
        assertThat(Rule.NAME_TWICE.at("two.jar", "module 'chat' is also in one.jar"))
                .hasToString("L031 two.jar: module 'chat' is also in one.jar; wanted one artifact of each module name;"
                        + " remove one of the two");
    }

    @Test
    void unprintableText_isEscaped() {
        Finding finding = new Finding(Rule.ENTRY_NAME, "a\nL099 b", "\u001b[2J\u202e", "c\r", "d\u0085");

        assertThat(finding.text()).isEqualTo("L012 a\\u000aL099 b: \\u001b[2J\\u202e; wanted c\\u000d; d\\u0085");
    }

    @Test
    void detailsWithLineBreaks_stayInTheirPlace() {
        Finding finding = Rule.REQUIRED_NOT_STARTED.at("chat", "it is not", "java\nse", "java\nse");

        assertThat(finding.wanted()).isEqualTo("java\\u000ase in the running host");
        assertThat(finding.advice()).isEqualTo("start the host with --add-modules java\\u000ase");
    }

    @Test
    void shortDigest_isItsBegin() {
        assertThat(new Origin("a", "0123456789abcdef", List.of()).shortDigest()).isEqualTo("0123456789ab");
        assertThat(new Origin("a", "", List.of()).shortDigest()).isEmpty();
    }
}
