package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import java.util.List;
import java.util.Optional;

/** What is held by the place where the path starts, and nothing tells more of it. */
final class RootCauses {
    static final String END_THREAD =
            "end that thread when the module is unloaded: interrupt it, and have its code return";

    private RootCauses() {}

    static List<Kind> kinds() {
        return List.of(
                RootCauses::thread,
                RootCauses::frame,
                RootCauses::nativeLocal,
                RootCauses::nativeGlobal,
                RootCauses::monitor);
    }

    /** What a thread leads to in any other way. */
    private static Optional<Cause> thread(Way way) {
        return way.beginsAt(HeapRoot.Kind.THREAD)
                ? Optional.of(Cause.of(
                        Cause.Rank.THREAD,
                        way.thread() + " keeps " + Carriers.phrase(way),
                        Carriers.of(way).map(Carriers.Carrier::advice).orElse(LET_GO)))
                : Optional.empty();
    }

    private static final String LET_GO = "have that thread let it go, or end, when the module is unloaded";

    private static Optional<Cause> frame(Way way) {
        if (!way.beginsAt(HeapRoot.Kind.JAVA_FRAME) && !isNativeStack(way)) {
            return Optional.empty();
        }
        String frame = RootText.frame(way);
        boolean isOfJdk = frame.startsWith("java.") || frame.startsWith("jdk.") || frame.startsWith("sun.");
        Cause.Rank rank = isOfJdk ? Cause.Rank.FRAME_OF_JDK : Cause.Rank.FRAME;
        String verb = way.entry() == 0 ? " is " : " keeps ";
        Cause cause = Cause.of(
                rank, "local variable of " + frame + verb + Carriers.phrase(way), way.entry() == 0 ? END_CALL : DROP);
        return Optional.of(isOfJdk ? cause.about(way.thread()) : cause);
    }

    private static final String END_CALL =
            "wait until that call has returned, or interrupt its thread, when the module is unloaded";

    private static final String DROP = "have that call return, or let go what its variable keeps";

    private static boolean isNativeStack(Way way) {
        return way.beginsAt(HeapRoot.Kind.NATIVE_STACK) || way.beginsAt(HeapRoot.Kind.THREAD_BLOCK);
    }

    private static Optional<Cause> nativeLocal(Way way) {
        return way.beginsAt(HeapRoot.Kind.JNI_LOCAL)
                ? Optional.of(Cause.of(
                                Cause.Rank.FRAME_OF_JDK,
                                "native code that " + RootText.frame(way) + " is in has " + Carriers.phrase(way),
                                END_CALL)
                        .about(way.entry() == 0 ? way.thread() : way.thread() + " in native code " + Held.what(way)))
                : Optional.empty();
    }

    private static Optional<Cause> nativeGlobal(Way way) {
        return way.beginsAt(HeapRoot.Kind.JNI_GLOBAL)
                ? Optional.of(Cause.of(
                        Cause.Rank.NATIVE,
                        "a global reference of native code " + (way.entry() == 0 ? "is " : "keeps ")
                                + Carriers.phrase(way),
                        "have the native code call DeleteGlobalRef when the module is unloaded"))
                : Optional.empty();
    }

    private static Optional<Cause> monitor(Way way) {
        return way.beginsAt(HeapRoot.Kind.MONITOR)
                ? Optional.of(Cause.of(
                        Cause.Rank.FRAME_OF_JDK,
                        (way.entry() == 0
                                        ? "a thread has entered the monitor of "
                                        : "an object whose monitor a thread has entered keeps ")
                                + Carriers.phrase(way),
                        "have that thread leave its synchronized block when the module is unloaded"))
                : Optional.empty();
    }
}
