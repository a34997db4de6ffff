package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.internal.failure.ModuleFailure;
import org.junit.jupiter.api.Test;

class ModuleCallExceptionTest {
    @Test
    void exception_tellsWhatTheModuleThrew() {
        ChatFailed thrown = new ChatFailed("no such room");

        ModuleCallException told = ModuleCallException.of(ModuleFailure.copyOf(thrown));

        assertThat(told)
                .hasMessage("dev.layers.ModuleCallExceptionTest$ChatFailed: no such room")
                .hasNoCause();
        assertThat(told.type()).isEqualTo("dev.layers.ModuleCallExceptionTest$ChatFailed");
        assertThat(told.getStackTrace()).isNotEmpty().isEqualTo(thrown.getStackTrace());
    }

    @Test
    void exceptionWithoutMessage_isToldByItsType() {
        ModuleCallException told = ModuleCallException.of(ModuleFailure.copyOf(new ChatFailed(null)));

        assertThat(told).hasMessage("dev.layers.ModuleCallExceptionTest$ChatFailed");
    }

    @Test
    void causesAndSuppressed_areToldToo() {
        Throwable thrown = new ChatFailed("outer").initCause(new ChatFailed("inner"));
        thrown.addSuppressed(new ArithmeticException("aside"));

        ModuleCallException told = ModuleCallException.of(ModuleFailure.copyOf(thrown));

        assertThat(told.getCause())
                .isInstanceOf(ModuleCallException.class)
                .hasMessage("dev.layers.ModuleCallExceptionTest$ChatFailed: inner");
        assertThat(told.getSuppressed()[0])
                .isInstanceOf(ModuleCallException.class)
                .hasMessage("java.lang.ArithmeticException: aside");
    }

    private static final class ChatFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChatFailed(String message) {
            super(message);
        }
    }
}
