package dev.layers.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallRuleTest {
    private static final StackTraceElement HOST = frame("app", "bot.Host");
    private static final StackTraceElement REFERENCE =
            frame("chat references 1a2b", "dev.layers.generated.service.Chat");
    private static final StackTraceElement ENTRY = frame("chat#1 calls", "dev.layers.generated.entry.Chat");
    private static final StackTraceElement NEXT_ENTRY = frame("chat#2 calls", "dev.layers.generated.entry.Chat");
    private static final StackTraceElement CROSSED =
            frame("chat references 1a2b 1", "dev.layers.generated.crossing.Task");
    private static final StackTraceElement NEXT_CROSSED =
            frame("chat references 1a2b 2", "dev.layers.generated.crossing.Task");
    private static final StackTraceElement MODULE = frame("chat#1", "acme.Chat");
    private static final StackTraceElement NEXT_MODULE = frame("chat#2", "acme.Chat");
    private static final StackTraceElement CONVERSION = frame("app", "dev.layers.internal.boundary.Side");
    private static final StackTraceElement REFUSES = frame("app", "dev.layers.internal.boundary.Border", "refuse");
    private static final StackTraceElement ASKS = frame("app", CallCensus.class.getName(), "isCurrentThreadInside");
    private static final StackTraceElement JDK =
            new StackTraceElement(null, "java.base", "17", "java.util.ArrayList", "run", "ArrayList.java", 1);

    private final CallRule rule = new CallRule(Set.of("chat#1 calls", "chat references 1a2b 1"));

    static Stream<Arguments> stacks() {
        return Stream.of(
                Arguments.of("nothing", false, List.of()),
                Arguments.of("host alone", false, List.of(JDK, HOST)),
                Arguments.of("module's own thread", false, List.of(JDK, MODULE)),
                Arguments.of("reference that has not entered", false, List.of(REFERENCE, HOST)),
                Arguments.of("entry", true, List.of(ENTRY, REFERENCE, HOST)),
                Arguments.of("module in a call", true, List.of(MODULE, ENTRY, REFERENCE, HOST)),
                Arguments.of("conversion", true, List.of(JDK, CONVERSION, ENTRY, REFERENCE, HOST)),
                Arguments.of("provider of the JDK", true, List.of(JDK, ENTRY, REFERENCE, HOST)),
                Arguments.of("next generation", false, List.of(NEXT_MODULE, NEXT_ENTRY, REFERENCE, HOST)),
                Arguments.of("callback", true, List.of(MODULE, CROSSED, HOST)),
                Arguments.of("callback of the JDK", true, List.of(JDK, CROSSED, HOST)),
                Arguments.of("callback of the next", false, List.of(NEXT_MODULE, NEXT_CROSSED, HOST)),
                Arguments.of("callback that is refused", false, List.of(JDK, REFUSES, CROSSED, HOST)),
                Arguments.of("entry that asks the gate", false, List.of(JDK, ASKS, JDK, ENTRY, REFERENCE, HOST)),
                Arguments.of("callback that is refused in a call", true, List.of(REFUSES, CROSSED, HOST, ENTRY)),
                Arguments.of(
                        "refusal of the host's in a call", true, List.of(frame("app", "bot.Gate", "refuse"), ENTRY)),
                Arguments.of(
                        "call below a call of the next",
                        true,
                        List.of(NEXT_MODULE, NEXT_ENTRY, REFERENCE, HOST, MODULE, ENTRY, REFERENCE, HOST)),
                Arguments.of("another manager's", false, List.of(frame("chat#1@2 calls", ENTRY.getClassName()), HOST)),
                Arguments.of("longer number", false, List.of(frame("chat#10 calls", ENTRY.getClassName()), HOST)),
                Arguments.of("class that is not generated", false, List.of(frame("chat#1 calls", "bot.Host"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stacks")
    void stack_isJudged(String name, boolean isInside, List<StackTraceElement> stack) {
        assertThat(rule.isInside(stack)).isEqualTo(isInside);
    }

    static Stream<Arguments> askingStacks() {
        return Stream.of(
                Arguments.of("host alone", false, List.of(JDK, CONVERSION, HOST)),
                Arguments.of("entry that asks", false, List.of(JDK, CONVERSION, ENTRY, REFERENCE, HOST)),
                Arguments.of("callback that asks", false, List.of(CONVERSION, CROSSED, JDK, HOST)),
                Arguments.of("entry that asks in a call", true, List.of(CONVERSION, ENTRY, MODULE, ENTRY, HOST)),
                Arguments.of("callback that asks in a call", true, List.of(CONVERSION, CROSSED, HOST, MODULE, ENTRY)),
                Arguments.of("callback that asks in a callback", true, List.of(CONVERSION, CROSSED, MODULE, CROSSED)),
                Arguments.of(
                        "reference that asks in a call", true, List.of(CONVERSION, REFERENCE, HOST, MODULE, ENTRY)),
                Arguments.of("host in a call", true, List.of(CONVERSION, HOST, MODULE, ENTRY, REFERENCE, HOST)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("askingStacks")
    void stackOfTheThreadThatAsks_isJudgedWithoutTheCallThatAsks(
            String name, boolean isInside, List<StackTraceElement> stack) {
        assertThat(rule.isAskingInside(stack)).isEqualTo(isInside);
    }

    private static StackTraceElement frame(String loader, String type) {
        return frame(loader, type, "run");
    }

    private static StackTraceElement frame(String loader, String type, String method) {
        return new StackTraceElement(loader, null, null, type, method, "Source.java", 1);
    }
}
