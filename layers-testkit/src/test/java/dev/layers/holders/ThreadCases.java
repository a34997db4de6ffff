package dev.layers.holders;

import java.util.List;
import java.util.stream.Stream;

/** Threads keep the module: its own by running, those of the host by what was left on them. */
final class ThreadCases {
    private static final String REMOVE = "call ThreadLocal.remove on that thread, at the end of the call that set it";

    private static final String END =
            "end that thread when the module is unloaded: interrupt it, and have its code return";

    static final String BORN = "end that thread; have the host start threads that live on before the module is called";

    private ThreadCases() {}

    static List<Case> all() {
        return Stream.of(locals(), left(), running(), timers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> locals() {
        return List.of(
                local("local.object", "new ThreadLocal<Object>().set(this);", "", "acme.Chat"),
                local("local.host", "Shelf.LOCAL.set(List.of(Chat.class));", "'bot.Shelf.LOCAL' ", "class acme.Chat"),
                local(
                        "local.lambda",
                        "Shelf.LOCAL.set((Runnable) () -> new Chat());",
                        "'bot.Shelf.LOCAL' ",
                        "a lambda of acme.Chat"),
                Case.collected("local.inheritable", "new InheritableThreadLocal<Object>().set(this);")
                        .by(
                                "thread 'host-local.inheritable'",
                                "inheritable thread-local on thread 'host-local.inheritable' has acme.Chat",
                                REMOVE,
                                "java.lang.Thread 'host-local.inheritable' .inheritableThreadLocals"));
    }

    private static Case local(String name, String body, String variable, String what) {
        return Case.collected(name, body)
                .by(
                        "thread 'host-" + name + "'",
                        "thread-local " + variable + "on thread 'host-" + name + "' has " + what,
                        REMOVE,
                        "java.lang.Thread 'host-" + name + "' .threadLocals",
                        "java.lang.ThreadLocal$ThreadLocalMap .table");
    }

    private static List<Case> left() {
        return List.of(
                Case.collected(
                                "left.loader",
                                "Thread.currentThread().setContextClassLoader(Chat.class.getClassLoader());")
                        .by(
                                "thread 'host-left.loader'",
                                "context class loader of thread 'host-left.loader'",
                                "restore the context class loader in a finally block; now call setContextClassLoader"
                                        + " of that thread",
                                "java.lang.Thread 'host-left.loader' .contextClassLoader"),
                Case.collected(
                                "left.handler",
                                "Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});")
                        .by(
                                "thread 'host-left.handler'",
                                "uncaught exception handler of thread 'host-left.handler' is a lambda of acme.Chat",
                                "call setUncaughtExceptionHandler(null) of that thread when the module is unloaded",
                                "java.lang.Thread 'host-left.handler' .uncaughtExceptionHandler"),
                Case.collected("left.born", "Shelf.start(Shelf.daemon(Shelf.WAIT, \"acme-born\"));")
                        .by17(
                                "thread 'acme-born'",
                                "access control context that thread 'acme-born' inherited: it was created while code of"
                                        + " the module was on the stack",
                                BORN,
                                "java.lang.Thread 'acme-born' .inheritedAccessControlContext"),
                Case.collected("left.pool", """
                        ThreadPoolExecutor pool = new ThreadPoolExecutor(0, 1, 1, TimeUnit.HOURS, new SynchronousQueue<>(),
                                work -> Shelf.daemon(work, "acme-idle"));
                        pool.submit(Shelf.CLOCK::getPoolSize).get();
                        """)
                        .by(
                                "thread 'acme-idle'",
                                "the executor of thread 'acme-idle' has thread factory a lambda of acme.Chat in"
                                        + " java.util.concurrent.ThreadPoolExecutor",
                                "shut the executor down when the module is unloaded, or have a thread factory of the host")
                        .by17(
                                "thread 'acme-idle'",
                                "access control context that thread 'acme-idle' inherited: it was created while code of"
                                        + " the module was on the stack",
                                BORN));
    }

    private static List<Case> running() {
        return List.of(
                Case.collected("thread.own", "Shelf.start(new Own());")
                        .members("""
                                static class Own extends Thread {
                                    Own() { super("acme-own"); }
                                    public void run() { Shelf.waitForEver(); }
                                }
                                """)
                        .by(
                                "thread 'acme-own'",
                                "thread 'acme-own' runs; its class is acme.Chat$Own",
                                END,
                                "acme.Chat$Own 'acme-own' <class>"),
                Case.collected("thread.task", "Shelf.start(new Thread(() -> Shelf.waitForEver(), \"acme-task\"));")
                        .by("thread 'acme-task'", "thread 'acme-task' runs; its task is a lambda of acme.Chat", END),
                Case.collected("thread.inside", "Shelf.CALLS.put(() -> new Chat().stay());")
                        .members("void stay() { Shelf.waitForEver(); hashCode(); }")
                        .by(
                                "local variable of acme.Chat.stay(Chat.java",
                                "local variable of acme.Chat.stay(Chat.java:4) on thread 'host-caller' is acme.Chat",
                                "wait until that call has returned, or interrupt its thread, when the module is unloaded"),
                Case.collected("thread.group", "new ThreadGroup(\"acme-group\") {};")
                        .by17(
                                "",
                                "its parent keeps thread group acme.Chat$1",
                                "call ThreadGroup.destroy when the module is unloaded; JDK 19 and later need none"),
                Case.collected("thread.virtual", """
                        Thread thread = Thread.ofVirtual().name("acme-virtual").unstarted(() -> Shelf.waitForEver());
                        thread.start();
                        Shelf.until(() -> thread.getState() == Thread.State.WAITING);
                        """)
                        .between(21, 99)
                        .by(
                                "virtual thread 'acme-virtual'",
                                "virtual thread 'acme-virtual' runs; its task is a lambda of acme.Chat",
                                END));
    }

    private static List<Case> timers() {
        return List.of(Case.collected("thread.timer", """
                        new Timer("acme-timer", true).schedule(new TimerTask() { public void run() {} }, 3_600_000);
                        """)
                .by(
                        "thread 'acme-timer'",
                        "timer thread 'acme-timer' has acme.Chat$1 to run",
                        "call Timer.cancel, or TimerTask.cancel and Timer.purge, when the module is unloaded"));
    }
}
