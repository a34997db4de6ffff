package dev.layers.internal.drain;

import static dev.layers.internal.drain.StagedClasses.call;
import static dev.layers.internal.drain.StagedClasses.chat;
import static dev.layers.internal.drain.StagedClasses.crossing;
import static dev.layers.internal.drain.StagedClasses.entry;
import static dev.layers.internal.drain.StagedClasses.field;
import static dev.layers.internal.drain.StagedClasses.next;
import static dev.layers.internal.drain.StagedClasses.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.drain.StagedThreads.Kind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class CallCensusTest {
    private final CallCensus census = StagedClasses.census("chat#1");

    static List<Kind> kinds() {
        return StagedThreads.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadOfTheHost_isOutside(Kind kind) {
        assertThat(isInside(kind, question -> question)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadInACall_isInside(Kind kind) {
        assertThat(isInside(kind, question -> call("chat#1", module("chat#1", question))))
                .isTrue();
        assertThat(isInside(kind, question -> crossing("chat#1", module("chat#1", question))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadInACallOfTheNextGeneration_isOutside(Kind kind) {
        assertThat(isInside(kind, question -> call("chat#2", module("chat#2", question))))
                .isFalse();
        assertThat(isInside(kind, question -> crossing("chat#2", module("chat#2", question))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadThatAsksThroughWhatCrossed_isOutside(Kind kind) {
        assertThat(isInside(kind, question -> crossing("chat#1", question))).isFalse();
        assertThat(isInside(kind, StagedClasses::service)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadThatAsksThroughWhatCrossedFromInside_isInside(Kind kind) {
        assertThat(isInside(kind, question -> call("chat#1", module("chat#1", crossing("chat#1", question)))))
                .isTrue();
        assertThat(isInside(kind, question -> service(entry("chat#1", module("chat#1", service(question))))))
                .isTrue();
    }

    private boolean isInside(Kind kind, UnaryOperator<Runnable> way) {
        AtomicBoolean inside = new AtomicBoolean();
        Runnable question = () -> inside.set(census.isCurrentThreadInside());
        try (StagedThreads threads = new StagedThreads()) {
            StagedThreads.join(threads.start(kind, way.apply(question)));
        }
        return inside.get();
    }

    private static Runnable module(String generation, Runnable next) {
        Runnable chat = next(chat(generation), next);
        ((CountDownLatch) field(chat, "end")).countDown();
        return chat;
    }
}
