package dev.layers.internal.cause;

import dev.layers.retention.Lasting;

/**
 * What a path means.
 *
 * @param rank how much it tells
 * @param about what it is about; of several paths about one thing the most telling is told
 * @param family what it says whatever is held; of two of a family, one that holds a class says nothing beside one that
 *     holds an object. Empty if it has none
 * @param covers what else, by what it is about, needs not be told beside it; empty if nothing
 * @param what what it is, in a sentence
 * @param advice what to do about it, in a sentence
 * @param lasting whether it ends by itself
 */
record Cause(Rank rank, String about, String family, String covers, String what, String advice, Lasting lasting) {
    /** How much a cause tells, the most telling first. */
    enum Rank {
        FIELD,
        THREAD,
        THREAD_BIRTH,
        NATIVE,
        FRAME,
        FRAME_OF_JDK,
        UNKNOWN,
        FINALIZER
    }

    /** Returns a cause that stays and is about itself. */
    static Cause of(Rank rank, String what, String advice) {
        return new Cause(rank, what, "", "", what, advice, Lasting.STAYS);
    }

    /** Returns this one as what another may tell better. */
    Cause about(String thing) {
        return new Cause(rank, thing, family, covers, what, advice, lasting);
    }

    /** Returns this one as one of a family. */
    Cause in(String relatives) {
        return new Cause(rank, about, relatives, covers, what, advice, lasting);
    }

    /** Returns this one as what makes another needless to tell. */
    Cause covering(String thing) {
        return new Cause(rank, about, family, thing, what, advice, lasting);
    }

    /** Returns this one as what ends in a while. */
    Cause ending() {
        return new Cause(rank, about, family, covers, what, advice, Lasting.ENDS_BY_ITSELF);
    }
}
