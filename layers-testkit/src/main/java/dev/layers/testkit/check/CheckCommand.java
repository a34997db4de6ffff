package dev.layers.testkit.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of a check. */
@Command(
        name = "check",
        description = "Loads a plug-in, creates its services, calls them, unloads it, and says what is left of it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean: every round was collected and left nothing; what was undone is told and is no fault",
            "1:not clean: something holds the plug-in, it left something, or a call threw or did not return",
            "2:cannot tell: no collection unloaded classes, the plug-in is held softly only, or the JVM ended",
            "3:refused: it could not be loaded, started, or its services not be created",
            "64:the command line is wrong"
        },
        footerHeading = "%nOutput:%n",
        footer = {
            "  The plug-in runs in a JVM of its own, with the options of this one. What it",
            "  prints goes to standard error. With --json, one object goes to standard",
            "  output:",
            "    verdict   COLLECTED, RETAINED, UNCONFIRMED or REFUSED",
            "    hold      of what is retained: STRONG, SOFT or UNEXAMINED; else null",
            "    clean     whether the exit code is 0",
            "    residue   list of {kind, text}: UNDONE if the unload undid it, GROWTH if",
            "              the JVM has more after each of the latter half of 20 or more",
            "              rounds, else the step that found it",
            "    paths     list of {root, steps, cause, advice}: what holds the plug-in",
            "    findings  list of {rule, where, found, wanted, advice}: the rule of the",
            "              preflight, LOAD, CALL or VERDICT",
            "    repeat    how many rounds there were, 0 if the JVM ended",
            "    millis    how long they took together"
        })
final class CheckCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream error;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLUGIN", description = "a jar, modular or plain, or a directory of its classes")
    private Path plugin = Path.of("");

    @Option(
            names = "--contract",
            paramLabel = "JAR",
            description = "a jar or directory with the interfaces that plug-in and host share, or with what those need;"
                    + " repeatable")
    private List<Path> contract = new ArrayList<>();

    @Option(
            names = "--service",
            paramLabel = "TYPE",
            required = true,
            description = "the name of an interface that the plug-in provides; repeatable")
    private List<String> services = new ArrayList<>();

    @Option(
            names = "--host-service",
            paramLabel = "TYPE=CLASS",
            description = "an interface that the plug-in looks up with its host, and a class that implements it, with a"
                    + " constructor without parameters, both from a --contract; one instance serves all rounds;"
                    + " repeatable")
    private Map<String, String> hostServices = new LinkedHashMap<>();

    @Option(
            names = "--stub",
            paramLabel = "TYPE",
            description = "an interface that the plug-in looks up with its host, which then answers 0, false, an empty"
                    + " text, Optional or collection, or null; repeatable")
    private List<String> stubs = new ArrayList<>();

    @Option(
            names = "--call",
            paramLabel = "METHOD",
            description = "a method without parameters to call on each provider; repeatable")
    private List<String> calls = new ArrayList<>();

    @Option(
            names = "--call-limit",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long a call may take; 60 if not given")
    private int callLimit;

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long it may take to create and start the providers, and how long the hooks of the unload"
                    + " may take; 10 if not given")
    private int startLimit;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long to wait for what holds the plug-in and ends by itself, such as idle threads of"
                    + " pools; 90 if not given")
    private int patience;

    @Option(names = "--private", paramLabel = "JAR", description = "a library that only the plug-in sees; repeatable")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--repeat",
            paramLabel = "ROUNDS",
            defaultValue = "1",
            description =
                    "how often to load, call and unload; ends with the first round that is not clean; 1 if not given")
    private int repeat;

    @Option(
            names = "--strict",
            description = "check in a JVM with -XX:SoftRefLRUPolicyMSPerMB=0, where softly held is soon not held")
    private boolean isStrict;

    @Option(names = "--json", description = "print one object of JSON instead of text")
    private boolean isJson;

    CheckCommand(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws Exception {
        requirePositive("--repeat", repeat);
        requirePositive("--call-limit", callLimit);
        requirePositive("--start-limit", startLimit);
        requireAtLeast(0, "--patience", patience);
        Optional<InnerJvm> inner = InnerJvm.current();
        return inner.isPresent() ? check(inner.get()) : handOn();
    }

    private int check(InnerJvm inner) throws InterruptedException {
        Ansi ansi = inner.isStyled() ? Ansi.ON : Ansi.OFF;
        return print(new Check(request(), Terminal.progress(System.err)).run(), ansi);
    }

    private int handOn() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        try {
            Handover handover = CheckJvm.own(error)
                    .run(
                            new CheckJvm.Mode(isStrict, ansi.enabled()),
                            spec.root().commandLine().getParseResult().originalArgs());
            out.print(handover.out());
            error.print(handover.error());
            return handover.code();
        } catch (NoResultException ended) {
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            return print(ended.result(request(), millis), ansi);
        }
    }

    private int print(CheckResult result, Ansi ansi) {
        out.println(isJson ? JsonResult.of(result) : TextResult.of(result, ansi::string));
        return result.exitCode().number();
    }

    private CheckRequest request() {
        return new CheckRequest(
                plugin,
                libraries,
                contract,
                services,
                new CheckRequest.Uses(hostServices, stubs),
                calls,
                repeat,
                new CheckRequest.Limits(
                        Duration.ofSeconds(startLimit), Duration.ofSeconds(callLimit), Duration.ofSeconds(patience)));
    }

    private static void requirePositive(String option, int number) {
        requireAtLeast(1, option, number);
    }

    private static void requireAtLeast(int least, String option, int number) {
        if (number < least) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "Option '%s': found %d; wanted %d or more; correct %s",
                    option,
                    number,
                    least,
                    option));
        }
    }
}
