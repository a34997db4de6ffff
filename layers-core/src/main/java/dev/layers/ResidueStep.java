package dev.layers;

import dev.layers.internal.residue.ForeignThreads;
import dev.layers.internal.residue.Owner;
import dev.layers.internal.residue.Sweep;
import dev.layers.internal.thread.ThreadCensus;
import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.Subject;
import dev.layers.internal.woven.Undoings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The step that undoes what a module left with the JVM. */
final class ResidueStep {
    private static final String UNDOING = "undoing what was left with the JVM ";
    /** How many threads a sweep gets: each that hangs costs the time for hooks. */
    private static final int SWEEPS = 2;

    private final Environment environment;
    private final Generation generation;
    private final ThreadCensus census;
    private final Belongings belongings;
    private final List<String> undone = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    ResidueStep(Environment environment, Generation generation, ThreadCensus census) {
        this.environment = environment;
        this.generation = generation;
        this.census = census;
        this.belongings = generation.belongings();
    }

    /** Undoes what woven code has recorded and what a search finds. */
    Steps.Outcome run(Supervision supervision, OverdueHooks overdueHooks) {
        undo(supervision);
        if (isStopping(supervision, overdueHooks)) {
            return new Steps.Outcome(true, undone, findings);
        }
        generation.parts().code().ownLoader().ifPresent(loader -> sweep(loader, supervision, overdueHooks));
        if (isStopping(supervision, overdueHooks)) {
            return new Steps.Outcome(true, undone, findings);
        }
        abandon();
        findings.addAll(generation.parts().ledger().temporaryDirectory().delete());
        undone.addAll(belongings.cells().clear());
        return new Steps.Outcome(true, undone, findings);
    }

    private static boolean isStopping(Supervision supervision, OverdueHooks overdueHooks) {
        return overdueHooks == OverdueHooks.STOP && supervision.isOverdue();
    }

    /** Undoes what threads that were left running have left meanwhile. */
    Steps.Outcome runAgain(Supervision supervision) {
        undoAll(supervision);
        abandon();
        undone.addAll(belongings.cells().clear());
        noteRecords();
        return new Steps.Outcome(true, undone, findings);
    }

    /** Has the JVM forget the module's records when it is watched: after their last use; a thread that was left may use them later. */
    void noteRecords() {
        if (belongings.mentions().contains(Subject.RECORDS)) {
            environment.recordCache().used();
        }
    }

    private void undo(Supervision supervision) {
        // what did not end in time gets another chance, on another thread
        belongings.endings().handTo(belongings.undoings());
        undoAll(supervision);
    }

    /** On a thread that ends with it: hooks are code too. */
    private void undoAll(Supervision supervision) {
        Undoings undoings = belongings.undoings();
        if (!undoings.isEmpty()) {
            supervise(supervision, undoings::undoAll).forEach(finding -> findings.add(UNDOING + finding));
        }
        undone.addAll(undoings.undone());
        findings.addAll(undoings.failures());
    }

    /**
     * On a thread that ends with it, where something may be: drivers are code too. What is left is found by its loader. One
     * place that does not end leaves the others to another.
     */
    private void sweep(ClassLoader loader, Supervision supervision, OverdueHooks overdueHooks) {
        Sweep sweep = sweep(loader);
        sweep.skipVain();
        for (int thread = 0; thread < SWEEPS && !sweep.isThrough(); thread++) {
            supervise(supervision, sweep::run)
                    .forEach(finding -> findings.add("searching " + sweep.place() + " " + finding));
            if (isStopping(supervision, overdueHooks)) {
                break;
            }
        }
        List<String> missed = sweep.end();
        if (!missed.isEmpty()) {
            findings.add("not searched: " + String.join(", ", missed));
        }
        undone.addAll(sweep.residue().undone());
        findings.addAll(sweep.residue().left());
    }

    private List<String> supervise(Supervision supervision, Runnable code) {
        Duration limit = environment.policies().unload().hooks();
        return supervision.run(UnloadStep.RESIDUE, "residue", limit, () -> {
            code.run();
            return null;
        });
    }

    private void abandon() {
        belongings.undoings().abandon().forEach(left -> findings.add("was not undone: " + left));
    }

    private Sweep sweep(ClassLoader loader) {
        Owner owner = new Owner(loader, belongings.mentions());
        ForeignThreads threads = new ForeignThreads(census::isOwn, environment.contextLoader());
        return new Sweep(owner, generation.parts().ledger().defaults(), threads);
    }
}
