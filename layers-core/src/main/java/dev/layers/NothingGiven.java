package dev.layers;

import java.util.function.Function;

/** What a generation gets that has no predecessor, or one that gave nothing. */
record NothingGiven() implements HandOver {
    @Override
    public <T> T load(Function<Taking, T> loading) {
        return loading.apply(Taking.nothing());
    }
}
