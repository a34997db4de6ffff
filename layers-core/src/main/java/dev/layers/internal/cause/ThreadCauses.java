package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What threads keep: those of the module by running, those of the host by what was left on them. */
final class ThreadCauses {
    private static final Set<String> TASKS = Set.of("target", "task");

    private ThreadCauses() {}

    static List<Kind> kinds() {
        return List.of(
                ThreadCauses::timer,
                ThreadCauses::threadLocal,
                ThreadCauses::contextLoader,
                ThreadCauses::inheritedContext,
                ThreadCauses::exceptionHandler,
                ThreadCauses::ownThread,
                ThreadCauses::executor,
                ThreadCauses::task,
                ThreadCauses::groupOfThread,
                ThreadCauses::group);
    }

    private static Optional<Cause> threadLocal(Way way) {
        return field(way, "threadLocals")
                .or(() -> field(way, "inheritableThreadLocals"))
                .map(thread -> Cause.of(
                        Cause.Rank.THREAD,
                        (thread.label().equals("threadLocals") ? "thread-local " : "inheritable thread-local ")
                                + variable(way) + "on " + way.thread(thread) + " has " + Carriers.phrase(way),
                        "call ThreadLocal.remove on that thread, at the end of the call that set it"));
    }

    /** Returns the static field that has the variable, where the dump shows one. */
    private static String variable(Way way) {
        return way.first(step -> step.type().equals("java.lang.ThreadLocal$ThreadLocalMap$Entry"))
                .map(HeapStep::note)
                .filter(note -> !note.isEmpty() && !note.startsWith("java.lang."))
                .map(note -> "'" + note + "' ")
                .orElse("");
    }

    private static Optional<Cause> contextLoader(Way way) {
        return field(way, "contextClassLoader")
                .map(thread -> Cause.of(
                        Cause.Rank.THREAD,
                        contextOf(way.thread(thread)),
                        "restore the context class loader in a finally block; now call setContextClassLoader"
                                + " of that thread"));
    }

    private static String contextOf(String thread) {
        return "context class loader of " + thread;
    }

    /** On JDK 23 and earlier. */
    private static Optional<Cause> inheritedContext(Way way) {
        return field(way, "inheritedAccessControlContext")
                .map(thread -> Cause.of(
                                Cause.Rank.THREAD_BIRTH,
                                "access control context that " + way.thread(thread)
                                        + " inherited: it was created while code of the module was on the stack",
                                "end that thread; have the host start threads that live on before the module is called")
                        .about(way.thread(thread)));
    }

    private static Optional<Cause> exceptionHandler(Way way) {
        return field(way, "uncaughtExceptionHandler")
                .map(thread -> Cause.of(
                        Cause.Rank.THREAD,
                        "uncaught exception handler of " + way.thread(thread) + " is " + Held.what(way),
                        "call setUncaughtExceptionHandler(null) of that thread when the module is unloaded"));
    }

    /** Idle workers keep their executor, and the executor what waits in it. */
    private static Optional<Cause> executor(Way way) {
        boolean isWorker = way.passesType("java.util.concurrent.ThreadPoolExecutor$Worker")
                || (way.beginsAt(HeapRoot.Kind.JAVA_FRAME) && way.frame().startsWith("java.util.concurrent."));
        return isWorker && way.staticField().isEmpty() && !way.root().thread().isEmpty()
                ? Carriers.executor(way)
                        .map(found -> Cause.of(
                                Cause.Rank.THREAD,
                                "the executor of " + way.thread() + " has " + found.phrase(),
                                found.advice()))
                : Optional.empty();
    }

    /** Up to JDK 20 a group has its threads in an array. */
    private static Optional<Cause> groupOfThread(Way way) {
        boolean isListed =
                way.entry() > 0 && way.steps().get(way.entry() - 1).type().equals("java.lang.Thread[]");
        String thread = "thread '" + way.held().note() + "'";
        return isListed && !way.held().isClass()
                ? Optional.of(Cause.of(
                                Cause.Rank.FRAME_OF_JDK,
                                "the group of " + thread + " has it; its class is " + Held.what(way),
                                RootCauses.END_THREAD)
                        .about(thread))
                : Optional.empty();
    }

    private static Optional<Cause> ownThread(Way way) {
        HeapStep first = way.steps().get(0);
        boolean isOwn = way.beginsAt(HeapRoot.Kind.THREAD) && first.isTargets() && !first.isClass();
        return isOwn
                ? Optional.of(covering(way, running(way, way.thread() + " runs; its class is " + Held.what(way))))
                : Optional.empty();
    }

    private static Optional<Cause> task(Way way) {
        boolean isTask = way.passes(step -> step.link() == Link.FIELD
                && TASKS.contains(step.label())
                && (step.type().startsWith("java.lang.Thread")
                        || step.type().startsWith("java.lang.VirtualThread")
                        || step.label().equals("target")));
        boolean isOneOfMany = way.passes(step -> step.link() == Link.ELEMENT);
        if (!isTask || isOneOfMany || !way.beginsAt(HeapRoot.Kind.THREAD)) {
            return Optional.empty();
        }
        Cause running = running(way, way.thread() + " runs; its task is " + Carriers.phrase(way));
        boolean isOwn = way.entry() > 0
                && TASKS.contains(way.steps().get(way.entry() - 1).label());
        return Optional.of(isOwn ? covering(way, running) : running);
    }

    private static Cause running(Way way, String what) {
        return Cause.of(Cause.Rank.THREAD, what, RootCauses.END_THREAD).about(way.thread());
    }

    /** With a thread of the module goes its context. */
    private static Cause covering(Way way, Cause running) {
        return running.covering(contextOf(way.thread()));
    }

    /** Its thread has the queue in a field and on its stack, and the task that is due in a local variable. */
    private static Optional<Cause> timer(Way way) {
        boolean isQueue =
                way.entry() > 0 && way.steps().get(way.entry() - 1).type().equals("java.util.TimerTask[]");
        boolean isDue = way.beginsAt(HeapRoot.Kind.JAVA_FRAME) && way.frame().startsWith("java.util.TimerThread.");
        if (!isQueue && !(isDue && way.entry() == 0)) {
            return Optional.empty();
        }
        String thread = timerThread(way, isDue);
        return Optional.of(Cause.of(
                        Cause.Rank.THREAD,
                        "timer " + thread + (thread.isEmpty() ? "" : " ") + "has " + Held.what(way) + " to run",
                        "call Timer.cancel, or TimerTask.cancel and Timer.purge, when the module is unloaded")
                .about(thread.isEmpty() ? way.staticField().toString() : thread));
    }

    /** Others than its own thread may lead to a timer. */
    private static String timerThread(Way way, boolean isDue) {
        return way.first(step -> step.type().equals("java.util.TimerThread")
                        && !step.note().isEmpty())
                .map(way::thread)
                .orElse(isDue ? way.thread() : "");
    }

    /** Up to JDK 18 a group is kept by its parent until it is destroyed. */
    private static Optional<Cause> group(Way way) {
        boolean isKept =
                way.entry() > 0 && way.steps().get(way.entry() - 1).type().equals("java.lang.ThreadGroup[]");
        return isKept && way.staticField().isEmpty()
                ? Optional.of(Cause.of(
                        Cause.Rank.THREAD,
                        "its parent keeps thread group " + Held.what(way),
                        "call ThreadGroup.destroy when the module is unloaded; JDK 19 and later need none"))
                : Optional.empty();
    }

    private static Optional<HeapStep> field(Way way, String label) {
        return way.first(step -> step.link() == Link.FIELD && step.label().equals(label));
    }
}
