package dev.layers.internal.cause;

import dev.layers.internal.heap.HeapRoot;
import dev.layers.internal.heap.HeapStep;
import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A path, begun where it begins to tell something: at its last static field outside what is held, if it has one.
 *
 * @param root where the whole path starts
 * @param steps what is told of it
 * @param entry the place of the first step that belongs to what is held
 * @param omitted how many steps are left out after the first {@code head} ones
 * @param head how many steps come before those that are left out
 */
record Way(HeapRoot root, List<HeapStep> steps, int entry, int omitted, int head) {
    static Way of(HeldPath path) {
        List<HeapStep> all = path.steps();
        int entry = entry(all);
        int start = 0;
        for (int place = 0; place < entry; place++) {
            start = all.get(place).link() == Link.STATIC_FIELD ? place : start;
        }
        int head = Math.max(0, HeldPath.HEAD - start);
        return new Way(
                path.root(), all.subList(start, all.size()), entry - start, head == 0 ? 0 : path.omitted(), head);
    }

    /** Returns the way to the step at {@code place}, as if that were what is held. */
    Way until(int place) {
        HeapStep end = steps.get(place);
        HeapStep held =
                new HeapStep(end.type(), end.isClass(), end.loader(), true, end.link(), end.label(), end.note());
        List<HeapStep> shown = new ArrayList<>(steps.subList(0, place));
        shown.add(held);
        return new Way(root, shown, place, place < head ? 0 : omitted, head);
    }

    /** Returns what comes after the step at {@code place}, wherever the way begins. */
    Way after(int place) {
        HeapRoot nowhere = new HeapRoot(HeapRoot.Kind.UNKNOWN, "", List.of());
        int from = place + 1;
        return new Way(
                nowhere,
                steps.subList(from, steps.size()),
                entry - from,
                place < head ? omitted : 0,
                Math.max(0, head - from));
    }

    /** Returns whether every step before what is held is shown. */
    boolean isWhole() {
        return omitted == 0 || entry < head;
    }

    private static int entry(List<HeapStep> steps) {
        for (int place = 0; place < steps.size(); place++) {
            if (steps.get(place).isTargets()) {
                return place;
            }
        }
        return steps.size() - 1;
    }

    /** Returns the steps before what is held. */
    List<HeapStep> before() {
        return steps.subList(0, entry);
    }

    /** Returns the first object that belongs to what is held, or what is held itself. */
    HeapStep held() {
        return steps.get(entry);
    }

    /** Returns the first step before what is held that is like that. */
    Optional<HeapStep> first(Predicate<HeapStep> like) {
        return before().stream().filter(like).findFirst();
    }

    /** Returns the places of the steps before what is held that are like that. */
    List<Integer> places(Predicate<HeapStep> like) {
        return IntStream.range(0, entry)
                .filter(place -> like.test(steps.get(place)))
                .boxed()
                .toList();
    }

    boolean isRootThread(HeapStep step) {
        return beginsAt(HeapRoot.Kind.THREAD) && steps.get(0).equals(step);
    }

    /** A worker that waits for a task for a limited time ends when none comes. */
    boolean isOnIdleWorker() {
        List<String> frames = root.frames();
        boolean isTimed = frames.stream().anyMatch(frame -> frame.contains(".poll("));
        boolean isWorker =
                frames.stream().anyMatch(frame -> frame.startsWith("java.util.concurrent.ThreadPoolExecutor.getTask("));
        return (isTimed && isWorker)
                || frames.stream().anyMatch(frame -> frame.startsWith("java.util.concurrent.ForkJoinPool.awaitWork("));
    }

    boolean passes(Predicate<HeapStep> like) {
        return first(like).isPresent();
    }

    boolean passesField(String label) {
        return passes(step -> step.link() == Link.FIELD && step.label().equals(label));
    }

    boolean passesType(String start) {
        return passes(step -> !step.isClass() && step.type().startsWith(start));
    }

    /** Returns the class whose static field is where it begins. */
    Optional<HeapStep> staticField() {
        return entry > 0 && steps.get(0).link() == Link.STATIC_FIELD ? Optional.of(steps.get(0)) : Optional.empty();
    }

    boolean beginsAt(HeapRoot.Kind kind) {
        return staticField().isEmpty() && root.kind() == kind;
    }

    /** Returns the frame that holds it, or that the thread is in; empty if the dump has none. */
    String frame() {
        return root.frames().isEmpty() ? "" : root.frames().get(0);
    }

    boolean isOnVirtualThread() {
        return root.frames().stream().anyMatch(frame -> frame.startsWith("java.lang.VirtualThread."))
                || passesType("java.lang.VirtualThread")
                || passesType("jdk.internal.vm.StackChunk");
    }

    /** Returns the thread where it begins, in words. */
    String thread() {
        return (isOnVirtualThread() ? "virtual thread '" : "thread '") + root.thread() + "'";
    }

    /** Returns the thread that {@code step} is, in words. */
    String thread(HeapStep step) {
        boolean isVirtual = step.type().equals("java.lang.VirtualThread");
        return step.note().isEmpty() ? thread() : (isVirtual ? "virtual thread '" : "thread '") + step.note() + "'";
    }
}
