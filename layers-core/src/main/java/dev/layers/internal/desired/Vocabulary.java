package dev.layers.internal.desired;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The words that a file may choose from.
 *
 * @param weaving names of the kinds of weaving
 * @param offer names of what a module may offer
 * @param order names of the orders of a reload
 * @param refusedState names of what becomes of a reload without hand-over
 * @param range returns a version range, or throws an {@link IllegalArgumentException} that says what was found and
 *     wanted
 */
public record Vocabulary(
        List<String> weaving,
        List<String> offer,
        List<String> order,
        List<String> refusedState,
        UnaryOperator<String> range) {
    public Vocabulary {
        weaving = List.copyOf(weaving);
        offer = List.copyOf(offer);
        order = List.copyOf(order);
        refusedState = List.copyOf(refusedState);
    }
}
