package dev.layers.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.dump.SeenThread;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final List<StackTraceElement> STACK = List.of(
            new StackTraceElement(null, "java.base", "25", "java.lang.Object", "wait", "Object.java", 1),
            new StackTraceElement("chat#1", "acme.chat", "1.0", "acme.Chat", "run", "Chat.java", 30));

    @Test
    void platformThread_isToldByNameStateAndPlace() {
        Thread thread = new Thread(() -> {}, "http-1");

        Caller caller = Caller.of(thread, STACK);

        assertThat(caller.text()).isEqualTo("thread 'http-1' (NEW) at acme.Chat.run(Chat.java:30)");
        assertThat(caller.name()).isEqualTo("http-1");
        assertThat(caller.state()).isEqualTo("NEW");
        assertThat(caller.isVirtual()).isFalse();
        assertThat(caller.thread()).hasValue(thread);
    }

    @Test
    void virtualThread_isToldByItsNumberWithoutAName() {
        Caller caller = Caller.of(new SeenThread(31, "", true, "WAITING", STACK));

        assertThat(caller.text()).isEqualTo("virtual thread #31 (WAITING) at acme.Chat.run(Chat.java:30)");
        assertThat(caller.isVirtual()).isTrue();
        assertThat(caller.thread()).isEmpty();
    }

    @Test
    void virtualThread_isToldByItsNameAndWithoutAStateWhereNoneIsKnown() {
        Caller caller = Caller.of(new SeenThread(31, "fetch", null, "", STACK));

        assertThat(caller.text()).isEqualTo("virtual thread 'fetch' at acme.Chat.run(Chat.java:30)");
    }

    @Test
    void stack_isACopy() {
        Caller caller = Caller.of(new SeenThread(31, "", true, "WAITING", STACK));

        assertThat(caller.stack()).isEqualTo(STACK);
        assertThat(caller.stack().get(1)).isNotSameAs(STACK.get(1));
    }
}
