package dev.layers;

import java.util.function.Function;

/**
 * What did not come through; told when a generation has started without it, since the one that had it may serve on.
 *
 * @param reason what went wrong, where
 */
record LostState(Giver giver, String reason) implements HandOver {
    @Override
    public <T> T load(Function<Taking, T> loading) {
        T loaded = loading.apply(Taking.nothing());
        giver.tellLost(reason);
        return loaded;
    }
}
