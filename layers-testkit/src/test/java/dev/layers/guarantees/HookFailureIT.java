package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.StepReport;
import dev.layers.UnloadReport;
import dev.layers.UnloadStep;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hooks and registered resources that throw are reported, and everything after them is done all the same. */
class HookFailureIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @ParameterizedTest
    @DisplayName("G19 A hook that throws is reported, and every later step runs")
    @CsvSource(delimiter = '|', textBlock = """
                    throw new IllegalStateException("not yet");      | java.lang.IllegalStateException: not yet
                    throw new java.io.IOException("disk is gone");   | java.io.IOException: disk is gone
                    throw new Error("beyond repair");                | java.lang.Error: beyond repair
                    throw new StackOverflowError();                  | java.lang.StackOverflowError
                    throw new OutOfMemoryError("no more");           | java.lang.OutOfMemoryError: no more
                    throw new NoClassDefFoundError("acme/Lost");     | java.lang.NoClassDefFoundError: acme/Lost
                    throw new Own("of the module");                  | acme.Chat$Own: of the module
                    throw new RuntimeException(new Own("deep down")); | acme.Chat$Own: deep down
                    throw new Silent();                              | acme.Chat$Silent
                    """)
    void hook_throws_isReportedAndLaterStepsRun(String statement, String thrown) {
        Path jar = host.lifecycle("public String apply(String text) { return text; }"
                        + "static class Own extends Exception { Own(String message) { super(message); } }"
                        + "static class Silent extends RuntimeException { public String getMessage() { throw this; } }"
                        + "public void start(ModuleContext context) {"
                        + "  bot.Journal journal = context.service(bot.Journal.class);"
                        + "  context.onUnload(() -> journal.accept(\"closed\"));"
                        + "  context.executor().execute(() -> { try { Thread.sleep(60_000); } catch (InterruptedException stop) { journal.accept(\"interrupted\"); } });"
                        + "}"
                        + "public void beforeUnload(UnloadContext context) throws Exception {" + statement + "}")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .containsExactly("beforeUnload of 'acme.Chat' failed: " + thrown
                            + " at acme.Chat.beforeUnload(Chat.java:1)");
            assertThat(report.steps()).extracting(StepReport::step).containsExactly(UnloadStep.values());
            assertThat(report).isReleased().isCollected();
            assertThat(host.entries()).containsExactly("closed", "interrupted");
            assertThat(manager.modules()).isEmpty();
        }
    }

    @Test
    @DisplayName("G19 A hook that overflows its stack is reported, and the module is collected")
    void hook_overflowsItsStack_isReported() {
        Path jar = host.lifecycle("public String apply(String text) { return text; }"
                        + "int deep(int depth) { return deep(depth + 1) + 1; }"
                        + "public void beforeUnload(UnloadContext context) { deep(0); }")
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .containsExactly("beforeUnload of 'acme.Chat' failed: java.lang.StackOverflowError"
                            + " at acme.Chat.deep(Chat.java:1)");
            assertThat(report).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName("G19 A lifecycle whose hook throws keeps no other from its hook")
    void hooks_oneThrows_othersRun() {
        Path jar = lifecycles(
                        "First, Second",
                        named("First", ""),
                        named("Second", "", "throw new IllegalStateException(\"stuck\");"))
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .containsExactly("beforeUnload of 'acme.Second' failed: java.lang.IllegalStateException: stuck"
                            + " at acme.Second.beforeUnload(Second.java:1)");
            assertThat(host.entries()).endsWith("Second stopped for UNLOAD", "First stopped for UNLOAD");
            assertThat(report).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName("G19 G31 A registered resource that throws is reported, and the others are closed, last first")
    void onUnload_throws_isReportedAndOthersAreClosedInReverse() {
        Path jar = host.lifecycle("""
                        bot.Journal journal;
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            journal = context.service(bot.Journal.class);
                            context.onUnload(() -> journal.accept("first closed"));
                            context.onUnload(new Checked());
                            context.onUnload(() -> journal.accept("third closed"));
                            context.onUnload(new Fatal());
                            context.onUnload(() -> journal.accept("fifth closed"));
                        }
                        public void beforeUnload(UnloadContext context) { journal.accept("stopped"); }
                        static class Checked implements AutoCloseable {
                            public void close() throws Exception { throw new java.io.IOException("disk is gone"); }
                        }
                        static class Fatal implements AutoCloseable {
                            public void close() { throw new StackOverflowError(); }
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .containsExactly(
                            "closing 'acme.Chat$Fatal' failed: java.lang.StackOverflowError"
                                    + " at acme.Chat$Fatal.close(Chat.java:16)",
                            "closing 'acme.Chat$Checked' failed: java.io.IOException: disk is gone"
                                    + " at acme.Chat$Checked.close(Chat.java:13)");
            assertThat(host.entries()).containsExactly("stopped", "fifth closed", "third closed", "first closed");
            assertThat(report).isReleased().isCollected();
        }
    }

    @Test
    @DisplayName("G31 A resource may be registered by a hook, not by a resource that is being closed")
    void onUnload_duringUnload_isTakenUntilResourcesAreClosed() {
        Path jar = host.lifecycle("""
                        ModuleContext context;
                        bot.Journal journal;
                        public String apply(String text) { return text; }
                        public void start(ModuleContext context) {
                            this.context = context;
                            journal = context.service(bot.Journal.class);
                        }
                        public void beforeUnload(UnloadContext last) {
                            context.onUnload(new Late());
                        }
                        class Late implements AutoCloseable {
                            public void close() {
                                journal.accept("closed");
                                context.onUnload(() -> journal.accept("too late"));
                            }
                        }
                        """).toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            UnloadReport report = manager.load(jar).unload();

            assertThat(report.findings())
                    .singleElement()
                    .asString()
                    .startsWith("closing 'acme.Chat$Late' failed: java.lang.IllegalStateException:"
                            + " Module 'chat#1' is unloaded; close the resource yourself at ");
            assertThat(host.entries()).containsExactly("closed");
            assertThat(report).isReleased().isCollected();
        }
    }

    private ModuleSource lifecycles(String names, String... types) {
        ModuleSource source = ModuleSource.module("module chat { requires bot.api; requires dev.layers.core;"
                        + " provides bot.Command with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme."
                        + names.replace(", ", ", acme.") + "; }")
                .type("package acme; public class Chat implements bot.Command {"
                        + " public String apply(String text) { return text; } }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations());
        for (String type : types) {
            source = source.type(type);
        }
        return source;
    }

    private static String named(String name, String start) {
        return named(name, start, "");
    }

    private static String named(String name, String start, String stop) {
        return "package acme; import dev.layers.module.*; public class " + name + " implements ModuleLifecycle {"
                + " bot.Journal journal;"
                + " public void start(ModuleContext context) { journal = context.service(bot.Journal.class);"
                + " journal.accept(\"" + name + " started\"); " + start + " }"
                + " public void beforeUnload(UnloadContext context) {"
                + " journal.accept(\"" + name + " stopped for \" + context.reason()); " + stop + " } }";
    }
}
