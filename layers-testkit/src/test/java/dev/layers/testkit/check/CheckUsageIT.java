package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the {@code check} command says of itself, and of command lines that are wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("dev.layers.testkit.check.CheckIT#isOnModulePath")
class CheckUsageIT {
    private Fixture fixture;

    @BeforeAll
    void compile(@TempDir Path directory) throws Exception {
        fixture = new Fixture(directory);
        Files.writeString(directory.resolve("words.jar"), "no jar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent.jar | Plug-in 'absent.jar': no such file; wanted a jar or a directory of classes; correct the plug-in",
                "--private absent.jar chat.jar | Private library 'absent.jar': no such file; wanted a jar or a directory of classes; correct --private",
                "--contract absent.jar chat.jar | Contract 'absent.jar': no such file; wanted a jar or a directory of classes; correct --contract",
                "--contract words.jar chat.jar | Contract 'words.jar': not a jar (zip END header not found); wanted a jar or a directory of classes; correct --contract",
                "--service com.acme.Absent chat.jar | Service 'com.acme.Absent': not found in api.jar; wanted the binary name of an interface there; correct --service or add --contract JAR",
                "--service com.acme.Part chat.jar | Service 'com.acme.Part': not an interface; wanted an interface to share with modules",
                "--service com.acme.Hidden chat.jar | Service 'com.acme.Hidden': not public; make it public",
                "--service com.acme.Api chat.jar | Service 'com.acme.Api' is provided twice; name it once",
                "--call absent chat.jar | Service 'com.acme.Api': no method 'absent()'; found 'draw()', 'end()', 'fail()', 'greet()', 'halt()', 'leak()', 'loop()', 'more(int)', 'rest()', 'say()', 'soften()', 'start()'; wanted one without parameters; correct --call",
                "--repeat 0 chat.jar | Option '--repeat': found 0; wanted 1 or more; correct --repeat",
                "--call-limit -1 chat.jar | Option '--call-limit': found -1; wanted 1 or more; correct --call-limit",
                "--start-limit 0 chat.jar | Option '--start-limit': found 0; wanted 1 or more; correct --start-limit",
                "--stub com.acme.Absent chat.jar | Host service 'com.acme.Absent': not found in api.jar; wanted the binary name of an interface there; correct --host-service or --stub or add --contract JAR",
                "--stub com.acme.Part chat.jar | Host service 'com.acme.Part': no stub can be made of it (com.acme.Part is not an interface); wanted a public interface that is not sealed; correct --stub",
                "--host-service com.acme.Clock=com.acme.Absent chat.jar | Class 'com.acme.Absent': not found in api.jar; wanted the binary name of a class there; correct --host-service or add --contract JAR",
                "--host-service com.acme.Clock=com.acme.Part chat.jar | Class 'com.acme.Part': it cannot be created (java.lang.InstantiationException); wanted a public class with a public constructor without parameters, in a package that its module exports; correct --host-service",
                "--host-service com.acme.Clock=com.acme.Registry chat.jar | Service 'com.acme.Clock': its instance does not implement it",
                "--host-service com.acme.Clock=com.acme.FixedClock --stub com.acme.Clock chat.jar | Service 'com.acme.Clock' is used twice; name it once",
                "--patience -1 chat.jar | Option '--patience': found -1; wanted 0 or more; correct --patience",
                "--repeat often chat.jar | Command line: Invalid value for option '--repeat': 'often' is not an int; see layers-check check --help",
                "--bogus chat.jar | Command line: Unknown option: '--bogus'; see layers-check check --help",
                "'' | Command line: Missing required parameter: 'PLUGIN'; see layers-check check --help"
            })
    void wrongCommandLine_isTold(String arguments, String message) throws Exception {
        CheckProcess check = fixture.check("--json " + arguments);

        assertThat(check.error()).isEqualTo(message + "\n");
        assertThat(check.out()).isEmpty();
        assertThat(check.exitCode()).isEqualTo(64);
    }

    @Test
    void emptyName_isNotTheCurrentDirectory() throws Exception {
        CheckProcess check = CheckProcess.run(
                fixture.directory(), List.of(), "check", "", "--contract", "api.jar", "--service", "com.acme.Api");

        assertThat(check.error())
                .isEqualTo("Plug-in '': no name; wanted a jar or a directory of classes; correct the plug-in\n");
        assertThat(check.exitCode()).isEqualTo(64);
    }

    @Test
    void help_isTold() throws Exception {
        CheckProcess check = fixture.run(List.of(), "--help");

        assertThat(check.out()).isEqualTo("""
                Usage: layers-check check [-hV] [--json] [--strict] [--call-limit=SECONDS]
                                          [--patience=SECONDS] [--repeat=ROUNDS]
                                          [--start-limit=SECONDS] [--call=METHOD]...
                                          [--contract=JAR]... [--host-service=TYPE=CLASS]...
                                          [--private=JAR]... --service=TYPE [--service=TYPE]...
                                          [--stub=TYPE]... PLUGIN
                Loads a plug-in, creates its services, calls them, unloads it, and says what is
                left of it.
                      PLUGIN                 a jar, modular or plain, or a directory of its
                                               classes
                      --contract=JAR         a jar or directory with the interfaces that
                                               plug-in and host share, or with what those need;
                                               repeatable
                      --service=TYPE         the name of an interface that the plug-in
                                               provides; repeatable
                      --host-service=TYPE=CLASS
                                             an interface that the plug-in looks up with its
                                               host, and a class that implements it, with a
                                               constructor without parameters, both from a
                                               --contract; one instance serves all rounds;
                                               repeatable
                      --stub=TYPE            an interface that the plug-in looks up with its
                                               host, which then answers 0, false, an empty
                                               text, Optional or collection, or null; repeatable
                      --call=METHOD          a method without parameters to call on each
                                               provider; repeatable
                      --call-limit=SECONDS   how long a call may take; 60 if not given
                      --start-limit=SECONDS  how long it may take to create and start the
                                               providers, and how long the hooks of the unload
                                               may take; 10 if not given
                      --patience=SECONDS     how long to wait for what holds the plug-in and
                                               ends by itself, such as idle threads of pools;
                                               90 if not given
                      --private=JAR          a library that only the plug-in sees; repeatable
                      --repeat=ROUNDS        how often to load, call and unload; ends with the
                                               first round that is not clean; 1 if not given
                      --strict               check in a JVM with -XX:SoftRefLRUPolicyMSPerMB=0,
                                               where softly held is soon not held
                      --json                 print one object of JSON instead of text
                  -h, --help                 Show this help message and exit.
                  -V, --version              Print version information and exit.

                Exit codes:
                  0    clean: every round was collected and left nothing; what was undone is
                         told and is no fault
                  1    not clean: something holds the plug-in, it left something, or a call
                         threw or did not return
                  2    cannot tell: no collection unloaded classes, the plug-in is held softly
                         only, or the JVM ended
                  3    refused: it could not be loaded, started, or its services not be created
                  64   the command line is wrong

                Output:
                  The plug-in runs in a JVM of its own, with the options of this one. What it
                  prints goes to standard error. With --json, one object goes to standard
                  output:
                    verdict   COLLECTED, RETAINED, UNCONFIRMED or REFUSED
                    hold      of what is retained: STRONG, SOFT or UNEXAMINED; else null
                    clean     whether the exit code is 0
                    residue   list of {kind, text}: UNDONE if the unload undid it, GROWTH if
                              the JVM has more after each of the latter half of 20 or more
                              rounds, else the step that found it
                    paths     list of {root, steps, cause, advice}: what holds the plug-in
                    findings  list of {rule, where, found, wanted, advice}: the rule of the
                              preflight, LOAD, CALL or VERDICT
                    repeat    how many rounds there were, 0 if the JVM ended
                    millis    how long they took together
                """);
        assertThat(check.error()).isEmpty();
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void version_isTold() throws Exception {
        CheckProcess check = CheckProcess.run(fixture.directory(), List.of(), "--version");

        assertThat(check.out())
                .isEqualTo("layers-check 0.1.0-SNAPSHOT\nJVM " + System.getProperty("java.runtime.version") + "\n");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void noCommand_isTold() throws Exception {
        CheckProcess check = CheckProcess.run(fixture.directory(), List.of());

        assertThat(check.error()).isEqualTo("Command line: Missing required subcommand; see layers-check --help\n");
        assertThat(check.exitCode()).isEqualTo(64);
    }
}
