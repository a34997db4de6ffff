package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Holding;
import dev.layers.internal.heap.Link;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Paths as a dump has them, to {@code acme.Chat} of the module {@code chat#1}. */
final class HeapPaths {
    static final HeapStep CHAT = step("acme.Chat", Link.CLASS, "", true);
    static final HeapStep CHAT_CLASS = new HeapStep("acme.Chat", true, "chat#1", true, Link.LOADER, "", "");
    static final HeapStep LOADER = new HeapStep("acme.ChatLoader", false, "", false, Link.END, "", "chat#1");

    private HeapPaths() {}

    static Retention strong(HeldPath... paths) {
        return Causes.of(new Holding(Holding.Kind.STRONG, List.of(paths), false));
    }

    static List<String> causes(Retention retention) {
        return retention.paths().stream().map(RetentionPath::cause).toList();
    }

    /** Ends with the loader, if it does not yet. */
    static HeldPath path(HeapRoot root, HeapStep... steps) {
        List<HeapStep> all = new ArrayList<>(List.of(steps));
        HeapStep last = steps[steps.length - 1];
        if (last.equals(CHAT)) {
            all.add(CHAT_CLASS);
        }
        if (!last.equals(LOADER)) {
            all.add(LOADER);
        }
        return new HeldPath(root, all, 0);
    }

    static HeapRoot root(HeapRoot.Kind kind, String thread, String... frames) {
        return new HeapRoot(kind, thread, Stream.of(frames).toList());
    }

    static HeapStep field(String type, String label) {
        return step(type, Link.FIELD, label, false);
    }

    static HeapStep field(String type, String label, String note) {
        return new HeapStep(type, false, "", false, Link.FIELD, label, note);
    }

    static HeapStep type(String type, Link link, String label) {
        return new HeapStep(type, true, "", false, link, label, "");
    }

    static HeapStep step(String type, Link link, String label, boolean isTargets) {
        return new HeapStep(type, false, "", isTargets, link, label, "");
    }
}
