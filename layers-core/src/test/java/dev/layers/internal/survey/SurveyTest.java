package dev.layers.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.fixture.TestJar;
import dev.layers.preflight.Rule;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are looked at and of which no class is loaded. */
class SurveyTest {
    private static final String MODULE =
            "module chat { requires java.sql; requires java.logging; requires java.management; }";

    @TempDir
    Path directory;

    @Test
    void implementations_areFoundThroughSuperclassesOfTheModule() throws Exception {
        Survey survey = survey(
                "package acme; abstract class Base implements java.util.function.UnaryOperator<String> {}",
                "package acme; public class Chat extends Base { public String apply(String text) { return text; } }",
                "package acme; class Other {}");

        assertThat(survey.implementations())
                .containsEntry("java.util.function.UnaryOperator", List.of("acme.Base", "acme.Chat"))
                .doesNotContainKey("java.lang.Object");
    }

    @Test
    void moduleThatReachesForNothing_givesNoFinding() throws Exception {
        Survey survey = survey("package acme; public class Chat extends Exception { Thread current() {"
                + " return Thread.currentThread(); } java.sql.Driver driver() throws java.sql.SQLException {"
                + " return java.sql.DriverManager.getDriver(\"jdbc:none\"); } }");

        assertThat(survey.findings()).isEmpty();
    }

    @Test
    void subclassOfThread_isToldAsOneThatMakesThreads() throws Exception {
        Survey survey = survey("package acme; public class Worker extends Thread {}");

        assertThat(survey.findings())
                .containsExactly(Rule.USES_THREADS.at(where(), "'acme.Worker' calls 'java.lang.Thread.<init>'"));
    }

    @Test
    void callersOfOneMethod_areToldTogether() throws Exception {
        String[] sources = new String[5];
        for (int number = 0; number < sources.length; number++) {
            sources[number] = "package acme; class Pool" + number
                    + " { Object all = java.util.concurrent.Executors.newCachedThreadPool(); }";
        }

        Survey survey = survey(sources);

        assertThat(survey.findings())
                .containsExactly(Rule.USES_EXECUTORS.at(
                        where(),
                        "'acme.Pool0', 'acme.Pool1', 'acme.Pool2' and 2 more call"
                                + " 'java.util.concurrent.Executors.newCachedThreadPool'"));
    }

    @Test
    void everyKind_isTold() throws Exception {
        Survey survey = survey("package acme; class Everything { void run() throws Exception {"
                + " Runtime.getRuntime().addShutdownHook(null);"
                + " java.sql.DriverManager.registerDriver(null);"
                + " java.lang.management.ManagementFactory.getPlatformMBeanServer().registerMBean(null, null);"
                + " System.setOut(null);"
                + " System.loadLibrary(\"none\");"
                + " new java.util.Timer();"
                + " new Thread();"
                + " ThreadLocal.withInitial(() -> 1); } }");

        assertThat(survey.findings())
                .extracting(finding -> finding.rule())
                .containsExactly(
                        Rule.USES_THREADS,
                        Rule.USES_EXECUTORS,
                        Rule.USES_SHUTDOWN_HOOKS,
                        Rule.USES_REGISTRY,
                        Rule.USES_JVM_STATE,
                        Rule.USES_NATIVE_CODE,
                        Rule.USES_THREAD_LOCALS);
        assertThat(survey.findings().get(3).found())
                .isEqualTo("'acme.Everything' calls 'java.sql.DriverManager.registerDriver';"
                        + " 'acme.Everything' calls 'javax.management.MBeanServer.registerMBean'");
    }

    @Test
    void filesThatAreNoClassesOfThePackages_areLeftAlone() throws Exception {
        byte[] later = TestJar.empty()
                .source("package acme; class Late extends Thread {}")
                .entry("acme/Late.class");
        later[7] = 99;

        Survey survey = survey(
                TestJar.empty()
                        .entry("META-INF/x.class", "hello")
                        .entry("META-INF/versions/99/acme/Late.class", later)
                        .entry("BOOT-INF/classes/acme/Late.class", later),
                "package acme; class Other {}");

        assertThat(survey.findings()).isEmpty();
    }

    @Test
    void classFileThatCannotBeParsed_callsNothing() throws Exception {
        Survey survey = survey(TestJar.empty().entry("acme/Broken.class", "hello"), "package acme; class Other {}");

        assertThat(survey.findings()).isEmpty();
    }

    @Test
    void interruptedThread_isServedAndStaysInterrupted() throws Exception {
        ModuleLayer layer = layer(TestJar.empty(), "package acme; class Chat {}");
        Thread.currentThread().interrupt();

        Survey survey = Survey.of(layer, "java.util.function"::equals);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(survey.implementations()).isEmpty();
    }

    private String where() {
        return directory.resolve("chat.jar") + ": module 'chat'";
    }

    private Survey survey(String... sources) throws IOException {
        return survey(TestJar.empty(), sources);
    }

    private Survey survey(TestJar stem, String... sources) throws IOException {
        return Survey.of(layer(stem, sources), "java.util.function"::equals);
    }

    private ModuleLayer layer(TestJar stem, String... sources) throws IOException {
        String[] all = new String[sources.length + 1];
        all[0] = MODULE;
        System.arraycopy(sources, 0, all, 1, sources.length);
        Path jar = stem.source(all).writeTo(directory.resolve("chat.jar"));
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(jar), ModuleFinder.ofSystem(), Set.of("chat"));
        ClassLoader none = new ClassLoader(null) {};
        return ModuleLayer.boot().defineModules(configuration, name -> none);
    }
}
