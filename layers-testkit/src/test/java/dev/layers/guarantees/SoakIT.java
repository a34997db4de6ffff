package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.LayerManager;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reloads without end of a module that leaves everything behind; {@code layers.soak} says how many. */
class SoakIT {
    private static final int RELOADS = Integer.getInteger("layers.soak", 250);

    private static final Pattern FIGURES = Pattern.compile("reloads (\\d+) clean (\\d+)"
            + " \\| threads (\\d+) classes (\\d+) descriptors (\\d+) files (\\d+) heap (\\d+) metaspace (\\d+)"
            + " -> threads (\\d+) classes (\\d+) descriptors (\\d+) files (\\d+) heap (\\d+) metaspace (\\d+)"
            + " \\| \\d+ ms");

    private static final String CHAT = """
            package acme;
            import java.util.*;
            import java.util.concurrent.*;
            public class Chat implements bot.Command {
                record Line(Chat of, String text) {}
                static final ThreadLocal<List<Line>> LINES = ThreadLocal.withInitial(ArrayList::new);
                static final ExecutorService POOL = Executors.newFixedThreadPool(2);
                static final Timer TIMER = new Timer("acme-timer");
                public Chat() throws Exception {
                    java.sql.DriverManager.registerDriver(new Driver());
                    TIMER.schedule(new TimerTask() { public void run() { LINES.get(); } }, 1, 1);
                    Thread pump = new Thread(Chat::pump, "acme-pump");
                    pump.start();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> LINES.get().clear()));
                }
                static void pump() {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        LINES.get().clear();
                    }
                }
                public String apply(String text) {
                    try {
                        LINES.get().add(new Line(this, text));
                        if (!LINES.get().get(0).equals(new Line(this, text))) {
                            return "different";
                        }
                        return text + " " + POOL.submit(() -> LINES.get().size() + 1).get();
                    } catch (InterruptedException | ExecutionException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            }
            """;

    private static final String DRIVER = """
            package acme;
            import java.sql.*;
            public class Driver implements java.sql.Driver {
                public Connection connect(String url, java.util.Properties properties) { return null; }
                public boolean acceptsURL(String url) { return false; }
                public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties properties) { return new DriverPropertyInfo[0]; }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;

    @TempDir
    Path directory;

    @Test
    @DisplayName("G35 G32 G6 Reloads of threads, thread-locals, drivers and timers that nobody ends leave a JVM flat")
    void reloads_inSmallJvm_leaveNothing() throws Exception {
        assumeThat(LayerManager.class.getModule().isNamed())
                .as("on the class path the JVM would be the same again")
                .isTrue();
        try (TestHost host = TestHost.create(directory)) {
            Path jar = ModuleSource.module(
                            "module chat { requires bot.api; requires java.sql; provides bot.Command with acme.Chat; }")
                    .type(CHAT)
                    .type(DRIVER)
                    .dependsOn(host.contractJar())
                    .toJar(directory.resolve("chat.jar"));
            Path temporary = Files.createDirectory(directory.resolve("tmp"));

            List<String> lines = new ForkedJvm(directory, host.contractJar())
                    .run(
                            SoakHost.class,
                            // a long compilation holds what it compiles, on a busy machine longer than a verdict waits
                            List.of(
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx96m",
                                    "-XX:MaxMetaspaceSize=96m",
                                    "-Djava.io.tmpdir=" + temporary),
                            jar,
                            RELOADS);

            System.out.println(String.join(" ", lines));
            assertThat(lines).singleElement().satisfies(SoakIT::assertFlat);
        }
    }

    private static void assertFlat(String line) {
        Matcher figures = FIGURES.matcher(line);
        assertThat(figures.matches()).as(line).isTrue();
        assertThat(number(figures, 2)).as("clean").isEqualTo(RELOADS);
        assertThat(number(figures, 9)).as("threads").isLessThanOrEqualTo(number(figures, 3) + 2);
        assertThat(number(figures, 10)).as("classes").isLessThanOrEqualTo(number(figures, 4) + RELOADS / 2);
        assertThat(number(figures, 11)).as("descriptors").isZero();
        assertThat(number(figures, 12)).as("files").isZero();
        assertThat(number(figures, 13)).as("kilobytes of heap").isLessThanOrEqualTo(number(figures, 7) + 384);
        assertThat(number(figures, 14)).as("kilobytes of metaspace").isLessThanOrEqualTo(number(figures, 8) + 192);
    }

    private static int number(Matcher figures, int group) {
        return Integer.parseInt(figures.group(group));
    }
}
