package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.UnloadReport;
import dev.layers.Weaving;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules leave with the loggers of {@code java.util.logging}. */
class LoggingIT {
    private static final String REQUIRES = "requires java.logging;";
    private static final String HANDLER = "public static class Mine extends java.util.logging.Handler {"
            + " public void publish(java.util.logging.LogRecord entry) {} public void flush() {}"
            + " public void close() { throw new NoClassDefFoundError(\"acme/Gone\"); } }";
    private static final String FORMATTER = "public static class Mine extends java.util.logging.Formatter {"
            + " public String format(java.util.logging.LogRecord entry) { return \"\"; } }";

    @TempDir
    Path directory;

    private TestHost host;
    /** What the host keeps, so that the JDK does not forget it. */
    private Logger logger;

    @BeforeAll
    static void readJdk() {
        LoggingIT.class
                .getModule()
                .addReads(ModuleLayer.boot().findModule("java.logging").orElseThrow());
    }

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        logger = Logger.getLogger("host");
        cleanLogger();
    }

    @AfterEach
    void close() throws Exception {
        Arrays.stream(logger.getHandlers()).forEach(logger::removeHandler);
        host.close();
    }

    static Stream<Arguments> remnants() {
        String ofHost = "var logger = java.util.logging.Logger.getLogger(\"host\"); ";
        return Stream.of(
                new Remnant(
                                REQUIRES,
                                ofHost + "logger.setFilter(new Mine());",
                                "public static class Mine implements java.util.logging.Filter {"
                                        + " public boolean isLoggable(java.util.logging.LogRecord entry) { return true; } }",
                                List.of("log filter 'acme.Chat$Mine' of logger 'host' was removed"),
                                LoggingIT::cleanLogger)
                        .named("filter"),
                new Remnant(
                                REQUIRES,
                                ofHost + "logger.getHandlers()[0].setFilter(entry -> text.isEmpty());",
                                "",
                                List.of(),
                                LoggingIT::cleanLogger)
                        .named("filter of a handler"),
                new Remnant(
                                REQUIRES,
                                ofHost + "logger.getHandlers()[0].setFormatter(new Mine());",
                                FORMATTER,
                                List.of("log handler formatter 'acme.Chat$Mine' of logger 'host'"
                                        + " was replaced by a SimpleFormatter"),
                                LoggingIT::cleanLogger)
                        .named("formatter of a handler"),
                new Remnant(
                                REQUIRES,
                                ofHost + "logger.getHandlers()[0].setErrorManager(new Mine());",
                                "public static class Mine extends java.util.logging.ErrorManager {}",
                                List.of("log handler error manager 'acme.Chat$Mine' of logger 'host' was replaced"),
                                LoggingIT::cleanLogger)
                        .named("error manager of a handler"));
    }

    @ParameterizedTest
    @MethodSource("remnants")
    @DisplayName("G32 What a module left with the host's logger is undone and told")
    void remnant_isUndone(String name, Remnant remnant) throws Exception {
        Path jar = remnant.toJar(host, directory);
        remnant.assertHolds(host, jar);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.AS_WRITTEN);

        if (remnant.undone().isEmpty()) {
            assertThat(report.undone())
                    .singleElement()
                    .asString()
                    .matches("log handler filter 'acme\\.Chat\\$\\$Lambda.+' of logger 'host' was removed");
        } else {
            assertThat(report.undone()).isEqualTo(remnant.undone());
        }
        assertThat(report).isClean();
        assertThat(logger.getHandlers())
                .singleElement()
                .extracting(Handler::getFormatter)
                .isInstanceOf(SimpleFormatter.class);
    }

    @ParameterizedTest
    @MethodSource("remnants")
    @DisplayName("G32 What a woven module left is undone once, and told once")
    void remnant_ofWovenModule_isUndoneOnce(String name, Remnant remnant) throws Exception {
        Path jar = remnant.toJar(host, directory);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.WOVEN);
        remnant.removal().run();

        assertThat(report.undone()).hasSize(1);
        assertThat(report).isClean();
    }

    @Test
    @DisplayName("G32 A handler is removed from the root logger; that closing it failed is named")
    void handler_failsToClose_isRemovedAndNamed() throws Exception {
        Remnant remnant = new Remnant(
                REQUIRES,
                "java.util.logging.Logger.getLogger(\"\").addHandler(new Mine());",
                HANDLER,
                List.of(),
                LoggingIT::cleanRoot);
        Path jar = remnant.toJar(host, directory);
        remnant.assertHolds(host, jar);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.AS_WRITTEN);

        assertThat(report.undone()).containsExactly("log handler 'acme.Chat$Mine' of the root logger was removed");
        assertThat(report.findings())
                .containsExactly("log handler 'acme.Chat$Mine' of the root logger was not closed:"
                        + " java.lang.NoClassDefFoundError: acme/Gone at acme.Chat$Mine.close(Chat.java:1)");
        assertThat(report).isCollected();
    }

    @Test
    @DisplayName("G32 The levels of loggers that only the module has are neither told nor kept")
    void levelsOfItsOwnLoggers_areNotKept() {
        Path jar = new Remnant(
                        REQUIRES,
                        "var kept = new java.lang.ref.WeakReference<>(java.util.logging.Logger.getAnonymousLogger());"
                                + " kept.get().setLevel(java.util.logging.Level.FINE); new Mine().setLevel(null);"
                                + " for (int i = 0; i < 50 && !kept.refersTo(null); i++) {"
                                + " System.gc(); java.util.concurrent.locks.LockSupport.parkNanos(50_000_000); }"
                                + " if (!kept.refersTo(null)) { throw new IllegalStateException(\"kept\"); }",
                        "public static class Mine extends java.util.logging.Logger {"
                                + " public Mine() { super(\"mine\", null); } }",
                        List.of(),
                        () -> {})
                .toJar(host, directory);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.WOVEN);

        assertThat(report.undone()).isEmpty();
        assertThat(report).isClean();
    }

    @Test
    @DisplayName("G33 Loggers and levels of a module are not told, nor a handler that it removed")
    void loggersAndLevels_areNotTold() {
        Path jar = new Remnant(
                        REQUIRES,
                        "var own = java.util.logging.Logger.getLogger(\"acme\"); own.setLevel(new Mine());"
                                + " var handler = new java.util.logging.ConsoleHandler(); own.addHandler(handler);"
                                + " own.fine(text); own.removeHandler(handler);",
                        "public static class Mine extends java.util.logging.Level {"
                                + " public Mine() { super(\"MINE\", 5000); } }",
                        List.of(),
                        () -> {})
                .toJar(host, directory);

        UnloadReport report = Remnant.callAndUnload(host, jar, Weaving.AS_WRITTEN);

        assertThat(report.undone()).isEmpty();
        assertThat(report).isClean();
    }

    private static void cleanLogger() {
        Logger logger = Logger.getLogger("host");
        logger.setFilter(null);
        Arrays.stream(logger.getHandlers()).forEach(logger::removeHandler);
        logger.addHandler(new ConsoleHandler());
    }

    private static void cleanRoot() {
        Logger root = Logger.getLogger("");
        Arrays.stream(root.getHandlers())
                .filter(handler -> handler.getClass().getName().startsWith("acme."))
                .forEach(root::removeHandler);
    }
}
