package dev.layers.holders;

import java.util.List;
import java.util.stream.Stream;

/** Leaks whose holder is an object of the host, or of another module. */
final class HostLeaks {
    private static final String BOUNDARY =
            "What crosses the boundary cannot become this: a host that keeps a result, an argument or a listener keeps a"
                    + " reference or a copy. What remains is what the module puts into a place of the host's by itself.";

    private HostLeaks() {}

    static List<LeakKind> all() {
        return Stream.of(fields(), carried(), waiting()).flatMap(List::stream).toList();
    }

    private static List<LeakKind> fields() {
        return List.of(
                LeakKind.of(
                                "Static fields of the host",
                                "An object leads to its class, a class to its loader, and a loader to every class it has"
                                        + " defined. One object of the module in a map of the host is the whole module,"
                                        + " and so is an empty array of its type, or a `Class` as a key.")
                        .cases(
                                "field.object",
                                "field.list",
                                "field.named",
                                "field.type",
                                "field.array",
                                "field.loader",
                                "field.layer",
                                "field.key")
                        .seldom(
                                "… of the JDK keeps …",
                                "see what of the module was registered there, and undo it when the module is unloaded")
                        .seldom("… keeps …", "have it let go when the module is unloaded")
                        .layers(BOUNDARY)
                        .author("Register through the contract, and undo in `beforeUnload` or `context.onUnload`.")
                        .residue("held.object", "held.type", "held.value", "held.array", "crossed.listener")
                        .misses("none.removed", "none.weak"),
                LeakKind.of(
                                "Objects of the host that keep one of the module",
                                "The path ends at an object that the host made itself: a session, a task, a bean. The"
                                        + " report names that object first, and then what keeps it.")
                        .cases(
                                "host.session",
                                "host.order",
                                "host.loop",
                                "host.thread",
                                "host.lambda",
                                "host.timer",
                                "host.scheduled",
                                "host.local",
                                "host.cleaner",
                                "host.hook",
                                "host.bean",
                                "host.log")
                        .seldom("… is what keeps it: … leads to that object too, so have the object itself let go", "")
                        .layers(BOUNDARY)
                        .author(
                                "Clear the field of that object; to take the object out of one list of several frees nothing.")
                        .residue("held.object"),
                LeakKind.of(
                                "Another module",
                                "A generation that took an object or a type of another one keeps that one, as long as it"
                                        + " lives itself.")
                        .cases("field.other")
                        .layers("A module that `requires` another one stands on it: Layers unloads dependents first, or"
                                + " refuses. What two modules pass to each other past that is not known to it."));
    }

    private static List<LeakKind> carried() {
        return List.of(
                LeakKind.of(
                                "Modules, members, handles, frames",
                                "These are objects of the JDK, and each has the class, the module or the loader in a field.")
                        .cases(
                                "kept.method",
                                "kept.handle",
                                "kept.module",
                                "kept.domain",
                                "kept.services",
                                "kept.frame")
                        .seldom("… of …", "drop the layer and its controller when it is unloaded")
                        .layers("Reports and events of Layers hold text, numbers and durations.")
                        .residue(
                                "held.method",
                                "held.handle",
                                "held.module",
                                "held.services",
                                "held.frame",
                                "held.annotation")
                        .misses("none.descriptor", "none.trace", "kept.place"),
                LeakKind.of(
                                "Exceptions",
                                "The backtrace of an exception has the class of every frame, also after `setStackTrace`,"
                                        + " also if its own type is the JDK's; so has every cause and every suppressed one.")
                        .cases("thrown.jdk", "thrown.cause", "thrown.suppressed", "thrown.own")
                        .layers(
                                "What a call into the module throws arrives as a copy that has no backtrace; it may be kept"
                                        + " for ever. An exception that the host itself creates while code of the module is on the"
                                        + " stack is the host's, and pins.")
                        .residue(
                                "crossed.exception",
                                "crossed.exception.jdk",
                                "crossed.exception.suppressed",
                                "held.exception")
                        .misses("none.trace"),
                LeakKind.of(
                                "Collections, proxies and records that bring something along",
                                "The collection has nothing of the module in it, but a comparator; the set of enums is empty,"
                                        + " but knows the constants; the value of a weak map leads to its key.")
                        .cases("kept.proxy", "kept.enums", "kept.order", "kept.weakly", "kept.record")
                        .layers("Collections cross the boundary as copies; a comparator that crosses is a reference.")
                        .residue("held.enums", "held.log", "crossed.order", "crossed.proxy")
                        .misses("none.key"));
    }

    private static List<LeakKind> waiting() {
        return List.of(
                LeakKind.of(
                                "Listeners, callbacks and subscriptions at the host",
                                "A source that lives on has whoever listens to it, until it is told to forget.")
                        .cases("listener.property", "listener.future", "listener.flow", "listener.http")
                        .seldom("vetoable change listener …", "remove the listener when the module is unloaded")
                        .seldom("observer …", "remove the listener when the module is unloaded")
                        .layers(
                                "A listener that crosses by the contract is a reference, dead after the unload. One that the"
                                        + " module hangs on an object of the host's behind the contract's back is not.")
                        .residue(
                                "crossed.listener",
                                "crossed.callback",
                                "held.property",
                                "held.callback",
                                "reactive.subscriber",
                                "http.host")
                        .misses("none.removed"),
                LeakKind.of(
                                "Tasks in executors of the host",
                                "What waits in a queue, or is scheduled for later, is in the queue until then; a cancelled"
                                        + " task too, unless its executor removes it.")
                        .cases("task.scheduled", "task.waiting", "hidden.delayed")
                        .seldom(
                                "rejection handler … in …",
                                "shut the executor down when the module is unloaded, or have a rejection handler of the host")
                        .layers("Tasks that the module gives to the common pool, also delayed ones and time-outs of"
                                + " `CompletableFuture`, are known by weaving and dropped or interrupted. An executor of the"
                                + " host's own is the host's.")
                        .author("Use `context.executor()`.")
                        .residue("common.busy", "common.delayed", "common.timeout", "held.task")
                        .misses("none.cancelled", "common.done"));
    }
}
