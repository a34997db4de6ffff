package dev.layers;

import java.util.function.Function;

/** What a generation gave to its successor; holds nothing of that generation, and can be taken any number of times. */
interface HandOver {
    /** Returns what a generation gets that has no predecessor, or one that gave nothing. */
    static HandOver nothing() {
        return new NothingGiven();
    }

    /**
     * Asks the hooks of {@code generation}, which runs its code: while it serves, or after its calls have ended and before its
     * unload runs any hook.
     *
     * @throws ReloadRefusedException if a hook failed, or did not end in time, or gave what is no value, and its reload policy
     *     says {@link RefusedState#FAIL}; the generation is as it was
     */
    static HandOver ask(Environment environment, Generation generation) {
        return generation.handOvers().ask(Giver.of(environment, generation), generation);
    }

    /**
     * Returns what {@code loading} makes with what was given. If it fails with that, and that may be lost, what it makes with
     * nothing: it is called once more then, and has to give each generation a number of its own.
     *
     * @throws LayerException what the last call of {@code loading} throws
     */
    <T> T load(Function<Taking, T> loading);
}
