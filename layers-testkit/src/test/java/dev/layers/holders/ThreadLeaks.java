package dev.layers.holders;

import java.util.List;

/** Leaks whose holder is a thread, or what native code is in. */
final class ThreadLeaks {
    private ThreadLeaks() {}

    static List<LeakKind> all() {
        return List.of(locals(), left(), born(), running(), pools(), calls());
    }

    private static LeakKind locals() {
        return LeakKind.of(
                        "Thread-locals",
                        "The value stands in a map of the thread, strongly, for as long as the thread lives and nobody"
                                + " removes it; no public API reads that map.")
                .cases("local.object", "local.host", "local.lambda", "local.inheritable")
                .layers(
                        "Thread-locals that the module makes are woven: what stands in the map is a cell of Layers, emptied"
                                + " at unload on every thread. A thread-local of the host that the module sets is not.")
                .author("Remove in a `finally` block what you set in a thread-local that is not yours.")
                .residue("local.object", "local.caller", "local.inherited", "local.subclass", "local.host")
                .misses("none.local", "local.text", "local.removed", "local.ended");
    }

    private static LeakKind left() {
        return LeakKind.of(
                        "Context loaders and handlers left on threads",
                        "A thread of the host was called, and comes back with another context class loader or uncaught"
                                + " exception handler than it had.")
                .cases("left.loader", "left.handler")
                .layers("Both are looked for on all threads at unload, and set back.")
                .residue("thread.loader", "thread.loader.caller", "thread.loader.inherited", "thread.handler")
                .misses("none.loader");
    }

    private static LeakKind born() {
        return LeakKind.of(
                        "Threads born in a call, up to JDK 23",
                        "A new thread inherits the access control context of whoever makes it: the protection domains of all"
                                + " classes on the stack. The domains of an ordinary loader name that loader, so a worker of the"
                                + " host's own pool, made while the module is called, keeps the module for life. JDK 24 did"
                                + " away with the context.")
                .cases("left.born")
                .layers(
                        "Classes are defined with a domain that names no loader, so this cannot happen in layers of Layers; it"
                                + " is told of loaders that `UnloadProbe` watches.")
                .author("With other loaders: have the host start long-lived threads before it calls a module.")
                .residue("thread.born", "common.loader");
    }

    private static LeakKind running() {
        return LeakKind.of(
                        "Threads that run",
                        "A thread is a root: its class, its task, and every variable of its frames. A virtual thread that is"
                                + " parked is one too, unless nothing tracks it.")
                .cases("thread.own", "thread.task", "thread.virtual", "thread.group")
                .seldom(
                        "the group of … has it; its class is …",
                        "end that thread when the module is unloaded: interrupt it, and have its code return")
                .seldom("… keeps …", "have that thread let it go, or end, when the module is unloaded")
                .layers(
                        "Threads of `context.executor()` are ended and waited for. Others are waited for, interrupted and"
                                + " waited for again (`UnloadPolicy.onRunningThreads`); those that still run are named with their state"
                                + " and place. Nobody can end a thread that ignores interrupts.")
                .author("Have the loop end when it is interrupted; close what it blocks on, such as a server socket.")
                .residue(
                        "thread.parked",
                        "thread.subclass",
                        "thread.group",
                        "virtual.parked",
                        "thread.deaf",
                        "thread.accept",
                        "virtual.deaf")
                .misses("thread.ended", "thread.unstarted", "thread.ending", "virtual.done");
    }

    private static LeakKind pools() {
        return LeakKind.of(
                        "Pools and timers of the module",
                        "An idle worker runs nothing of the module; but it has its pool, and the pool a thread factory, a"
                                + " handler, a queue. The thread of a timer has its tasks, and waits for more.")
                .cases("left.pool", "thread.timer")
                .layers(
                        "Pools and timers that the module makes are known by weaving and shut down; what has not begun is"
                                + " dropped.")
                .author("Pools that a library makes by reflection are yours to shut down.")
                .residue("pool.idle", "pool.periodic", "pool.pending", "pool.forkjoin", "timer.periodic", "timer.idle")
                .misses("pool.ended", "pool.unused", "timer.cancelled");
    }

    private static LeakKind calls() {
        return LeakKind.of(
                        "Calls, monitors and native code",
                        "A frame of the module on any stack, a variable of the host's code that has an object of the"
                                + " module, a monitor, a reference that native code made.")
                .cases("thread.inside")
                .seldom("local variable of … keeps …", "have that call return, or let go what its variable keeps")
                .seldom(
                        "native code that … is in has …",
                        "wait until that call has returned, or interrupt its thread, when the module is unloaded")
                .seldom(
                        "a global reference of native code …",
                        "have the native code call DeleteGlobalRef when the module is unloaded")
                .seldom(
                        "a thread has entered the monitor of …",
                        "have that thread leave its synchronized block when the module is unloaded")
                .seldom(
                        "an object whose monitor a thread has entered keeps …",
                        "have that thread leave its synchronized block when the module is unloaded")
                .seldom("… is a root of its own", "see how the path starts")
                .layers(
                        "Calls through references are drained before anything is taken apart, under a deadline; an unload"
                                + " that would cut one off is refused unless the policy says otherwise.")
                .author("Calls through `direct` services are drained by nobody: the host waits for them itself.")
                .misses("none.nothing");
    }
}
