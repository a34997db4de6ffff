package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.retention.Hold;
import org.junit.jupiter.api.Test;

class TextResultTest {
    @Test
    void everything_isWritten() {
        assertThat(text(Results.retained(Hold.STRONG, Results.FAILED_CALL))).isEqualTo("""
                @|bold,red NOT CLEAN|@ chat.jar: retained, held strongly
                  CALL acme.Api.run(): it threw "x"
                    wanted: a call
                    to do: mend it
                  left: still runs: thread 'pump' (WAITING) at acme.Chat.pump(Chat.java:3)
                  undone: timer 'acme' was cancelled
                  held by: listener kept in 'acme.Host.listeners'
                    to do: remove the listener when the module is unloaded
                    from static field acme.Host.listeners
                      ArrayList[0]
                      acme.Chat
                      class loader 'chat#1'
                  stopped at round 3 of 50 in 1.2 s""");
    }

    private static String text(CheckResult result) {
        return TextResult.of(result, marked -> marked).replace(System.lineSeparator(), "\n");
    }

    @Test
    void headlines_tellOutcomesApart() {
        assertThat(text(Results.collected())).startsWith("@|bold,green CLEAN|@ chat.jar: collected\n");
        assertThat(text(Results.retained(Hold.SOFT)))
                .startsWith("@|bold,yellow CANNOT TELL|@ chat.jar: retained, held softly\n");
        assertThat(text(Results.retained(Hold.UNEXAMINED)))
                .startsWith("@|bold,red NOT CLEAN|@ chat.jar: retained, nobody looked how\n");
        assertThat(text(Results.without(CheckVerdict.UNCONFIRMED)))
                .startsWith("@|bold,yellow CANNOT TELL|@ chat.jar: unconfirmed\n");
        assertThat(text(Results.without(CheckVerdict.REFUSED)))
                .startsWith("@|bold,red REFUSED|@ chat.jar: not loaded\n");
    }
}
