package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Test classes with tests that fail or are aborted beside others. They are run by other tests alone. */
final class FailedUserTests {
    private FailedUserTests() {}

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class FailsFirst extends UserTests.Base {
        @Test
        @Order(1)
        void fails(@Load("chat") UnaryOperator<String> chat) {
            assertThat(chat.apply("hi")).isEqualTo("bye");
        }

        @UnloadsCleanly(repeat = 5)
        @Order(2)
        void failsAtOnce(@Load("chat") UnaryOperator<String> chat) {
            assertThat(chat.apply("hi")).isEqualTo("bye");
        }

        @UnloadsCleanly(repeat = 2)
        @Order(3)
        void works(@Load("chat") UnaryOperator<String> chat) {
            assertThat(chat.apply("hi")).isEqualTo("chat hi");
        }

        @Nested
        class Inner {
            @UnloadsCleanly
            void works(@Load("chat") UnaryOperator<String> chat) {
                assertThat(chat.apply("hi")).isEqualTo("chat hi");
            }
        }
    }

    static class Aborted extends UserTests.Base {
        @UnloadsCleanly(repeat = 2)
        void aborts(@Load("chat") UnaryOperator<String> chat) {
            Assumptions.assumeTrue(chat.apply("hi").isEmpty());
        }
    }

    static class LeakyAndAborted extends UserTests.Base {
        @Test
        void aborts(@Load("LEAKY") UnaryOperator<String> leaky) {
            Assumptions.assumeTrue(leaky.apply("hi").isEmpty(), "no text");
        }
    }
}
