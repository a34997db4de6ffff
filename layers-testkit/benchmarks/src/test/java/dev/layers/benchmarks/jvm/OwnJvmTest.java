package dev.layers.benchmarks.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OwnJvmTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What is run: prints its first argument, fails with two, never ends with none. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws InterruptedException {
            if (arguments.length == 0) {
                new CountDownLatch(1).await();
            }
            System.out.println(arguments[0] + Runtime.getRuntime().maxMemory() / (1 << 20));
            System.exit(arguments.length - 1);
        }
    }

    @Test
    void whatIsPrinted_isReturned() throws Exception {
        List<String> options = List.of("-Xmx64m", "-XX:+UseSerialGC");

        assertThat(OwnJvm.run(options, Program.class, MINUTE, "megabytes "))
                .startsWith("megabytes ")
                .hasSizeLessThan(14);
    }

    @Test
    void failure_isTold() {
        assertThatThrownBy(() -> OwnJvm.run(List.of("-Xmx64m", "-XX:+UseSerialGC"), Program.class, MINUTE, "a", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("'Program a b' ended with 1 after printing 'a");
    }

    @Test
    void programThatDoesNotEnd_isEnded() {
        assertThatThrownBy(() -> OwnJvm.run(Program.class, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("'Program' did not end within 1 s");
    }
}
