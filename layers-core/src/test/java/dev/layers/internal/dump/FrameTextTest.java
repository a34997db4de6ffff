package dev.layers.internal.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTextTest {
    static Stream<StackTraceElement> frames() {
        return Stream.of(
                new StackTraceElement(null, null, null, "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement(null, null, null, "Chat", "<init>", "Chat.java", -1),
                new StackTraceElement(null, null, null, "acme.Chat", "run", null, -1),
                new StackTraceElement(null, null, null, "acme.Chat", "run", null, -2),
                new StackTraceElement("chat#1", null, null, "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement("chat#1@2", null, null, "acme.Chat$1", "run", "Chat.java", 30),
                new StackTraceElement("chat#1 calls", null, null, "dev.layers.generated.entry.Chat", "run", null, -1),
                new StackTraceElement("my/odd (chat)#1", null, null, "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement("my/odd chat#1", "acme.chat", "1.0", "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement("chat#1", "acme.chat", null, "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement("chat#1", "acme.chat", "1.0@x", "acme.Chat", "run", "Chat.java", 30),
                new StackTraceElement("app", "acme.chat", "1.0", "acme.Chat", "lambda$run$0", "Chat.java", 30),
                new StackTraceElement(null, "java.base", null, "java.lang.Thread", "run", "Thread.java", 1583),
                new StackTraceElement(null, "java.base", "25.0.3", "java.lang.Thread", "run", "Thread.java", 1583),
                new StackTraceElement(null, null, null, "acme.Chat$$Lambda/0x00007f2a", "run", null, -1),
                new StackTraceElement("chat#1", null, null, "acme.Chat$$Lambda/0x00007f2a", "run", null, -1),
                new StackTraceElement(null, "java.base", null, "java.lang.invoke.LambdaForm$MH/0x7f", "run", "MH", -1));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void text_isReadAsTheFrameItShows(StackTraceElement frame) {
        assertThat(FrameText.read(frame.toString())).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "acme.Chat.run", "acme.Chat.run(", "(Chat.java:30)", "Chat(Chat.java:30)"})
    void textOfNoFrame_isRefused(String text) {
        assertThatThrownBy(() -> FrameText.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no stack frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.Chat.run(Chat.java:x)", "acme.Chat.run(Chat.java:)"})
    void textWithoutItsLine_isRefused(String text) {
        assertThatThrownBy(() -> FrameText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
