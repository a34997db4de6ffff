package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapStep;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What static fields keep: of the host, of another module, of the JDK where nothing tells more. */
final class FieldCauses {
    private static final Pattern GENERATION = Pattern.compile(".+#\\d+(@\\d+)?");

    private FieldCauses() {}

    static List<Kind> kinds() {
        return List.of(FieldCauses::jdk, FieldCauses::host);
    }

    static List<Kind> modules() {
        return List.of(FieldCauses::anotherModule);
    }

    /** Another module is to blame also where its own holder is left out. */
    private static Optional<Cause> anotherModule(Way way) {
        return way.first(step -> GENERATION.matcher(step.loader()).matches())
                .map(step -> Cause.of(
                        Cause.Rank.FIELD,
                        "module '" + step.loader() + "' keeps " + Carriers.phrase(way) + ": " + owner(way, step),
                        "unload '" + step.loader() + "' too, or have it let go what it took from the other module"));
    }

    private static String owner(Way way, HeapStep step) {
        return way.staticField().map(FieldCauses::name).orElseGet(() -> "its " + StepText.type(step));
    }

    private static Optional<Cause> jdk(Way way) {
        return way.staticField()
                .filter(step -> HostObjects.isOfJdk(step.type()))
                .map(step -> Cause.of(
                        Cause.Rank.FIELD,
                        name(step) + " of the JDK keeps " + Carriers.phrase(way) + Held.place(way),
                        "see what of the module was registered there, and undo it when the module is unloaded"));
    }

    private static Optional<Cause> host(Way way) {
        return way.staticField()
                .map(step -> Cause.of(
                                Cause.Rank.FIELD,
                                name(step) + " keeps " + Carriers.phrase(way) + Held.place(way),
                                Carriers.of(way).map(Carriers.Carrier::advice).orElseGet(() -> advice(way)))
                        .in(Carriers.of(way)
                                .map(found -> name(step) + found.family() + Held.place(way))
                                .orElse("")));
    }

    private static String advice(Way way) {
        return way.held().isClass()
                ? "remove it there when the module is unloaded, or keep the name of the class in its stead"
                : "remove it there when the module is unloaded";
    }

    private static String name(HeapStep step) {
        return "static field " + step.type() + "." + step.label();
    }
}
