package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    @Test
    void progress_leavesNoLine() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Progress progress = new TerminalProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8));

        progress.doing("round 1 of 2: loading");
        progress.doing("round 1 of 2: calling");
        progress.done();

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[Kround 1 of 2: loading\r\u001b[Kround 1 of 2: calling\r\u001b[K");
    }
}
