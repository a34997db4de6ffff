package dev.layers.internal.desired;

import java.util.List;

/** Thrown when a file does not say what is wanted; every fault is told. */
public final class Misunderstood extends Exception {
    private static final long serialVersionUID = 1L;

    private final String[] problems;

    Misunderstood(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** Returns what tells the one thing that is wrong with the file as a whole. */
    public static Misunderstood because(String problem) {
        return new Misunderstood(List.of(problem));
    }

    /** Returns what is wrong, a sentence each, in the order of the file. */
    public List<String> problems() {
        return List.of(problems);
    }
}
