package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void frame_isCopied() {
        StackTraceElement frame = new StackTraceElement("chat#1", "acme.chat", "1.0", "acme.Chat", "run", null, 7);

        StackTraceElement copy = Frames.copy(frame);

        assertThat(copy).isNotSameAs(frame).isEqualTo(frame).hasToString(frame.toString());
    }

    @Test
    void frames_areCopiedEach() {
        StackTraceElement frame = new StackTraceElement("acme.Chat", "run", "Chat.java", 7);

        StackTraceElement[] copies = Frames.copies(new StackTraceElement[] {frame});

        assertThat(copies).containsExactly(frame);
        assertThat(copies[0]).isNotSameAs(frame);
    }

    @Test
    void frameThatTheJdkCompleted_looksTheSame() {
        StackTraceElement frame = new Throwable().getStackTrace()[0];

        assertThat(Frames.copy(frame)).isEqualTo(frame).hasToString(frame.toString());
    }
}
