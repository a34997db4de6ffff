package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects of the host that stand between the JDK and what is held: they are what has to let go. */
final class HostObjects {
    private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com\\.sun|org\\.(ietf|w3c|xml))\\..*");

    /** What every thread has, of whatever class it is. */
    private static final Set<String> OF_THREADS = Set.of(
            "contextClassLoader",
            "threadLocals",
            "inheritableThreadLocals",
            "inheritedAccessControlContext",
            "uncaughtExceptionHandler",
            "target",
            "holder",
            "group");

    /** What every exception has, of whatever class it is. */
    private static final Set<String> OF_EXCEPTIONS = Set.of("cause", "backtrace", "suppressedExceptions");

    private HostObjects() {}

    static List<Kind> kinds() {
        return List.of(HostObjects::keeper);
    }

    static boolean isOfJdk(String type) {
        return JDK.matcher(type).matches();
    }

    /** What the JDK alone leads to behind the object is told as that. */
    private static Optional<Cause> keeper(Way way) {
        List<Integer> places = way.places(step -> isHosts(way, step));
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int last = places.get(places.size() - 1);
        return Optional.of(Kinds.registered(way.after(last)).orElseGet(() -> keeps(way, places.get(0), last)));
    }

    private static boolean isHosts(Way way, HeapStep step) {
        String type = step.type();
        boolean isObject = !step.isClass() && !type.endsWith("[]") && !type.contains("$Proxy");
        return isObject && !isOfJdk(type) && !isInheritedByThread(way, step) && !isInheritedByException(step);
    }

    private static boolean isInheritedByThread(Way way, HeapStep step) {
        boolean isThread = way.isRootThread(step) || !step.note().isEmpty();
        return isThread && OF_THREADS.contains(step.label());
    }

    private static boolean isInheritedByException(HeapStep step) {
        boolean isException = step.type().endsWith("Exception") || step.type().endsWith("Error");
        return isException && OF_EXCEPTIONS.contains(step.label());
    }

    private static Cause keeps(Way way, int first, int last) {
        HeapStep keeper = way.steps().get(last);
        Way tail = way.after(last);
        String label = keeper.link() == Link.FIELD ? " at ." + keeper.label() : "";
        String place = Held.place(tail).replaceFirst("^ at ", label.isEmpty() ? " at " : "");
        String name = name(keeper);
        String what = name + " keeps " + Carriers.phrase(tail) + label + place;
        Cause reached = Kinds.cause(way.until(first));
        String how = reached.rank() == Cause.Rank.UNKNOWN ? "" : ": " + reached.what();
        String advice = Carriers.of(tail).map(Carriers.Carrier::advice).orElseGet(() -> advice(name));
        // a thread has its task in a field and in the frames that run it
        String about = what + " " + (way.root().thread().isEmpty() ? reached.about() : way.thread());
        return new Cause(reached.rank(), about, "", "", what + how, advice, reached.lasting());
    }

    private static String name(HeapStep keeper) {
        String type = StepText.type(keeper);
        return type.endsWith("$$Lambda") ? Held.lambda(type) : "object of " + type;
    }

    private static String advice(String name) {
        return name.startsWith("a lambda")
                ? "have the host let go that lambda when the module is unloaded"
                : "remove it there when the module is unloaded";
    }
}
