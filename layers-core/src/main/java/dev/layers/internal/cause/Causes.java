package dev.layers.internal.cause;

import dev.layers.internal.heap.HeldPath;
import dev.layers.internal.heap.Holding;
import dev.layers.retention.Hold;
import dev.layers.retention.Lasting;
import dev.layers.retention.Retention;
import dev.layers.retention.RetentionPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches what a dump shows to known causes. */
public final class Causes {
    private Causes() {}

    /** A path with what it means, and how else its last object of the host is reached. */
    private record Told(Way way, Cause cause, List<HeldPath> others) {
        boolean makesNeedless(Told other) {
            return cause.covers().equals(other.cause.about()) || saysMoreThan(other) || saysOfCall(other);
        }

        /** Of a call into the module the thread that is the module's own says more, and a frame of the host. */
        private boolean saysOfCall(Told other) {
            return other.isCall()
                    && cause.rank().compareTo(other.cause.rank()) < 0
                    && way.thread().equals(other.way.thread())
                    && (isCall() || cause.about().equals(way.thread()));
        }

        private boolean isCall() {
            boolean isFrame = cause.rank() == Cause.Rank.FRAME || cause.rank() == Cause.Rank.FRAME_OF_JDK;
            return isFrame && way.entry() == 0;
        }

        private boolean stays() {
            return cause.lasting() == Lasting.STAYS;
        }

        private boolean saysMoreThan(Told other) {
            return !cause.family().isEmpty()
                    && cause.family().equals(other.cause.family())
                    && other.way.held().isClass()
                    && !way.held().isClass();
        }

        RetentionPath path(Holding.Kind kind) {
            boolean isSoft = kind == Holding.Kind.SOFT;
            return new RetentionPath(
                    RootText.of(way, kind),
                    StepText.lines(way),
                    (isSoft ? "softly held: " : "") + cause.what(),
                    cause.advice(),
                    isSoft || kind == Holding.Kind.FINALIZABLE ? Lasting.ENDS_BY_ITSELF : cause.lasting());
        }
    }

    /** Returns what {@code holding}, which was not collected, means for who reads it. */
    public static Retention of(Holding holding) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (HeldPath path : paths(holding)) {
            Told next = told(path);
            told.merge(next.cause().about(), next, Causes::moreTelling);
        }
        List<Told> all = told.values().stream()
                .filter(one -> told.values().stream().noneMatch(other -> other.makesNeedless(one)))
                .sorted(Comparator.comparing(one -> one.cause().rank()))
                .toList();
        List<Told> shown = shown(all, holding.wanted());
        List<RetentionPath> paths =
                shown.stream().map(one -> one.path(holding.kind())).toList();
        Hold hold = holding.kind() == Holding.Kind.SOFT ? Hold.SOFT : Hold.STRONG;
        List<String> notes = notes(holding, all.size() > shown.size());
        shown.stream()
                .flatMap(one -> Sharing.notes(one.way(), one.others()))
                .distinct()
                .forEach(notes::add);
        return new Retention(hold, paths, notes);
    }

    /** What stays is shown, also where all that tells more ends by itself. */
    private static List<Told> shown(List<Told> all, int wanted) {
        List<Told> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), wanted)));
        if (!shown.isEmpty() && shown.stream().noneMatch(Told::stays)) {
            all.stream().filter(Told::stays).findFirst().ifPresent(lasting -> shown.set(shown.size() - 1, lasting));
        }
        return shown;
    }

    /** Members of classes that nothing leads to are what those classes remember of themselves. */
    private static List<HeldPath> paths(Holding holding) {
        return holding.paths().stream()
                .filter(path -> holding.kind() != Holding.Kind.HIDDEN
                        || !path.steps().get(0).type().startsWith("java.lang.reflect."))
                .toList();
    }

    private static Told moreTelling(Told one, Told other) {
        return other.cause().rank().compareTo(one.cause().rank()) < 0 ? other : one;
    }

    private static Told told(HeldPath path) {
        Way way = Way.of(path);
        return new Told(way, Kinds.cause(way), path.others());
    }

    private static List<String> notes(Holding holding, boolean isCut) {
        List<String> notes = new ArrayList<>();
        switch (holding.kind()) {
            case SOFT ->
                notes.add("only soft references hold it: the JVM frees it when memory grows short, or when nobody"
                        + " used them for long; -XX:SoftRefLRUPolicyMSPerMB=0 has it freed at once, in tests");
            case FINALIZABLE -> notes.add("only objects that wait for their finalizer lead to it");
            case HIDDEN ->
                notes.add(
                        "no root in the heap dump leads to it; inferred: dumps do not show the values of a ClassValue");
            case UNREFERENCED ->
                notes.add("nothing in the heap dump refers to it: a handle of the JVM, compiled code that a thread"
                        + " is in, or the last exception of a thread may hold it, none of which a dump shows");
            case STRONG, COLLECTED -> {}
        }
        if (holding.more() || isCut) {
            notes.add("more paths lead to it than are told");
        }
        return notes;
    }
}
