package dev.layers.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleFailureTest {
    @Test
    void framesOfAnotherStack_areCopied() {
        StackTraceElement frame = new StackTraceElement("chat#1", "acme.chat", "1.0", "acme.Chat", "run", null, 7);
        Throwable original = new IllegalStateException("stuck");
        original.setStackTrace(new StackTraceElement[] {frame});

        StackTraceElement[] copied = ModuleFailure.copyOf(original).getStackTrace();

        assertThat(copied).containsExactly(frame);
        assertThat(copied[0]).isNotSameAs(frame);
    }

    @Test
    void copy_printsAsTheOriginalDoes() {
        Throwable original = new IllegalStateException("outer", new IllegalArgumentException("inner"));
        original.addSuppressed(new ArithmeticException("aside"));

        ModuleFailure copy = ModuleFailure.copyOf(original);

        assertThat(printed(copy)).isEqualTo(printed(original));
        assertThat(printed(copy)).contains("Caused by: ", "Suppressed: ");
    }

    @Test
    void copy_isTextOfTypeAndMessage() {
        ModuleFailure copy = ModuleFailure.copyOf(at("Chat", new IllegalStateException("odd")));

        assertThat(copy).hasToString("java.lang.IllegalStateException: odd").hasMessage("odd");
        assertThat(copy.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(copy.rootText()).isEqualTo("java.lang.IllegalStateException: odd at acme.Chat.run(Chat.java:30)");
    }

    @Test
    void copyWithoutMessage_isTextOfType() {
        ModuleFailure copy = ModuleFailure.copyOf(new IllegalStateException());

        assertThat(copy).hasToString("java.lang.IllegalStateException").hasMessage(null);
    }

    @Test
    void copyWithoutTrace_hasNoTrace() {
        Throwable original = new Throwable("bare");
        original.setStackTrace(new StackTraceElement[0]);

        ModuleFailure copy = ModuleFailure.copyOf(original);

        assertThat(copy.getStackTrace()).isEmpty();
        assertThat(copy.rootText()).isEqualTo("java.lang.Throwable: bare");
    }

    @Test
    void rootText_isThatOfTheDeepestCause() {
        Throwable inner = at("Chat", new ArithmeticException("deep"));
        Throwable original = new IllegalStateException("high", new IllegalStateException("middle", inner));

        String text = ModuleFailure.copyOf(original).rootText();

        assertThat(text).isEqualTo("java.lang.ArithmeticException: deep at acme.Chat.run(Chat.java:30)");
    }

    @Test
    void causesInACircle_areCopiedOnce() {
        Throwable first = new IllegalStateException("first");
        Throwable second = new IllegalStateException("second", first);
        first.initCause(second);

        ModuleFailure copy = ModuleFailure.copyOf(first);

        assertThat(copy).hasMessage("first");
        assertThat(copy.getCause()).hasMessage("second").hasNoCause();
    }

    @Test
    void suppressedThatSuppressesItsOwner_isCopiedOnce() {
        Throwable first = new IllegalStateException("first");
        Throwable second = new IllegalStateException("second");
        first.addSuppressed(second);
        second.addSuppressed(first);

        ModuleFailure copy = ModuleFailure.copyOf(first);

        assertThat(copy.getSuppressed()).hasSize(1);
        assertThat(copy.getSuppressed()[0]).hasMessage("second").hasNoSuppressedExceptions();
    }

    @Test
    void endlessCauses_areCopiedAsFarAsAnybodyReads() {
        ModuleFailure copy = ModuleFailure.copyOf(new Endless());

        assertThat(chain(copy)).hasSize(100);
    }

    @Test
    void longChainOfCauses_doesNotOverflowTheStack() {
        Throwable original = new IllegalStateException("deepest");
        for (int depth = 0; depth < 20_000; depth++) {
            original = new IllegalStateException("cause", original);
        }

        ModuleFailure copy = ModuleFailure.copyOf(original);

        assertThat(chain(copy)).hasSize(100);
    }

    static List<Throwable> broken() {
        return List.of(new Throwing(), new Empty(), new Holey());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenMethodsOfTheOriginal_areDoneWithout(Throwable original) {
        ModuleFailure copy = ModuleFailure.copyOf(original);

        assertThat(copy).hasToString(original.getClass().getName()).hasNoCause();
        assertThat(copy.getStackTrace()).isEmpty();
    }

    @Test
    void copy_recordsNoStackOfItsOwn() {
        ModuleFailure copy = ModuleFailure.copyOf(new IllegalStateException());
        StackTraceElement[] before = copy.getStackTrace();

        Throwable filled = copy.fillInStackTrace();

        assertThat(filled).isSameAs(copy);
        assertThat(copy.getStackTrace()).isEqualTo(before);
    }

    @Test
    void keptCause_staysItself() {
        Throwable kept = new IllegalStateException("kept");
        Throwable original = new IllegalStateException("outer", kept);
        original.addSuppressed(kept);

        ModuleFailure copy = ModuleFailure.copyOf(original, part -> part == kept);

        assertThat(copy.getCause()).isSameAs(kept);
        assertThat(copy.getSuppressed()).containsExactly(kept);
    }

    @Test
    void bareCopy_asksTheOriginalForNothing() {
        ModuleFailure copy = ModuleFailure.bareCopyOf(new ArithmeticException("odd"));

        assertThat(copy).hasToString("java.lang.ArithmeticException").hasNoCause();
        assertThat(copy.getStackTrace()).isEmpty();
    }

    private static Throwable at(String type, Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("acme." + type, "run", type + ".java", 30),
        });
        return thrown;
    }

    private static List<Throwable> chain(Throwable first) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = first; next != null; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static final class Throwing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("broken");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new StackOverflowError("broken");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("broken");
        }
    }

    private static final class Empty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    private static final class Holey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[] {null};
        }
    }
}
