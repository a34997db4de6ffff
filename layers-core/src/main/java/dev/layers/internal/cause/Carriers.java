package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** JDK objects that bring a module along, often without anybody's knowing: what they are, and what to keep in their stead. */
final class Carriers {
    private Carriers() {}

    /**
     * A JDK object on a path, in words.
     *
     * @param phrase what it is, with what it brings along
     * @param advice what to keep in its stead, or how to undo it
     */
    record Carrier(String phrase, String family, String advice) {}

    /**
     * A kind of object that carries.
     *
     * @param like its steps
     * @param phrase what it is; {@code #} stands for its type, {@code *} for what it brings along
     */
    private record Rule(Predicate<HeapStep> like, String phrase, String advice) {
        Optional<Carrier> of(Way way) {
            return way.first(like).map(step -> carrier(phrase.replace("#", StepText.type(step)), way));
        }

        private Carrier carrier(String text, Way way) {
            return new Carrier(text.replace("*", Held.what(way)), text, advice);
        }
    }

    /** Returns what is kept, in words: the carrier, or the object of the module itself. */
    static String phrase(Way way) {
        return of(way).map(Carrier::phrase).orElseGet(() -> Held.what(way));
    }

    static Optional<Carrier> of(Way way) {
        return way.isWhole() ? known(way) : Optional.empty();
    }

    private static Optional<Carrier> known(Way way) {
        return rules().stream()
                .map(rule -> rule.of(way))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> enums(way));
    }

    /** Returns what waits in an executor, or is with it in another way. */
    static Optional<Carrier> executor(Way way) {
        return executors().stream()
                .map(rule -> rule.of(way))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Rule> rules() {
        List<Rule> all = new java.util.ArrayList<>(thrown());
        all.addAll(reflection());
        all.addAll(structure());
        all.addAll(executors());
        all.addAll(listeners());
        return all;
    }

    private static List<Rule> thrown() {
        return List.of(
                field(
                        (type, label) -> label.equals("suppressedExceptions"),
                        "exception #, which suppressed *",
                        "keep the text and the stack trace elements of exceptions, never an exception itself"),
                field(
                        (type, label) ->
                                label.equals("cause") && (type.endsWith("Exception") || type.endsWith("Error")),
                        "exception #, whose cause is *",
                        "keep the text and the stack trace elements of exceptions, never an exception itself"),
                field(
                        (type, label) -> label.equals("backtrace"),
                        "exception #, whose backtrace has *",
                        "keep the text and the stack trace elements of exceptions, never an exception itself"));
    }

    private static List<Rule> reflection() {
        return List.of(
                type("java.lang.ClassFrameInfo", "stack frame # of *", FRAME),
                type("java.lang.StackFrameInfo", "stack frame # of *", FRAME),
                field(
                        (type, label) -> type.startsWith("java.lang.reflect.") && !type.contains("Proxy"),
                        "# of *",
                        "keep the name of the member, and look it up when it is needed"),
                field(
                        (type, label) -> type.startsWith("java.lang.invoke.") && !type.endsWith("[]"),
                        "# of *",
                        "drop method and variable handles with the module whose members they are for"),
                type(
                        "java.util.ServiceLoader",
                        "#",
                        "drop the service loader after use, or make a new one for each look-up"),
                field(
                        (type, label) -> type.contains("$Proxy"),
                        "proxy #, whose handler is *",
                        "drop the proxy when the module is unloaded, or have a handler of the host"),
                type("java.security.ProtectionDomain", "# of *", "keep the code source in its stead"),
                type("java.lang.Package", "# of *", NAMES),
                type("java.lang.NamedPackage", "# of *", NAMES));
    }

    private static final String FRAME = "keep the stack trace element of the frame: toStackTraceElement()";

    private static final String NAMES = "keep its name, or its descriptor, in its stead";

    private static List<Rule> structure() {
        return List.of(
                type("java.lang.ModuleLayer", "#", "drop the layer and its controller when it is unloaded"),
                type("java.lang.Module", "#", NAMES));
    }

    private static List<Rule> executors() {
        return List.of(
                field(
                        (type, label) -> type.startsWith("java.util.concurrent.") && label.equals("threadFactory"),
                        "thread factory * in #",
                        "shut the executor down when the module is unloaded, or have a thread factory of the host"),
                field(
                        (type, label) -> type.startsWith("java.util.concurrent.") && label.equals("handler"),
                        "rejection handler * in #",
                        "shut the executor down when the module is unloaded, or have a rejection handler of the host"),
                type(
                        "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask",
                        "scheduled task *",
                        "cancel the task when the module is unloaded, and have the executor setRemoveOnCancelPolicy(true)"),
                field(
                        (type, label) -> label.equals("workQueue"),
                        "waiting task *",
                        "cancel and remove what waits when the module is unloaded, or shut the executor down"));
    }

    private static List<Rule> listeners() {
        return List.of(
                type("java.beans.PropertyChangeSupport", "property change listener *", REMOVE),
                type("java.beans.VetoableChangeSupport", "vetoable change listener *", REMOVE),
                type("java.util.Observable", "observer *", REMOVE),
                type(
                        "java.util.concurrent.CompletableFuture$",
                        "callback * of a CompletableFuture that is pending",
                        PENDING),
                type(
                        "java.util.concurrent.SubmissionPublisher",
                        "subscriber * of a #",
                        "cancel the subscription when the module is unloaded"),
                type(
                        "sun.net.httpserver.",
                        "handler * of a com.sun.net.httpserver.HttpServer",
                        "call HttpServer.removeContext when the module is unloaded"),
                type(
                        "java.util.logging.LogRecord",
                        "log record with *",
                        "have handlers keep the text of records, not the records"),
                field(
                        (type, label) -> type.equals("java.util.WeakHashMap$Entry") && label.equals("value"),
                        "value * in a WeakHashMap",
                        "a value must not lead to its key: have it held weakly, or keep none of the module"),
                field(
                        (type, label) -> label.equals("comparator"),
                        "comparator * of a #",
                        "copy the collection without its comparator, or have a comparator of the host"));
    }

    private static final String REMOVE = "remove the listener when the module is unloaded";

    private static final String PENDING = "complete or cancel the future when the module is unloaded";

    /** An empty set of enums has all constants in a field nonetheless. */
    private static Optional<Carrier> enums(Way way) {
        return new Rule(
                        step -> step.type().startsWith("java.util.")
                                && step.type().contains("Enum"),
                        "# of *",
                        "keep the names of constants; also an empty EnumSet or EnumMap has their class")
                .of(way);
    }

    private static Rule type(String start, String phrase, String advice) {
        return new Rule(step -> !step.isClass() && step.type().startsWith(start), phrase, advice);
    }

    private static Rule field(BiPredicate<String, String> like, String phrase, String advice) {
        return new Rule(
                step -> step.link() == Link.FIELD && like.test(StepText.type(step), step.label()), phrase, advice);
    }
}
