package dev.layers;

import dev.layers.module.HandedOver;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the hooks of one generation gave. */
final class GivenState implements HandOver {
    private final Giver giver;
    /** By the names of the hooks; copies that are handed to nobody as they are. */
    private final Map<String, Object> values;

    GivenState(Giver giver, Map<String, Object> values) {
        this.giver = giver;
        this.values = Map.copyOf(values);
    }

    @Override
    public <T> T load(Function<Taking, T> loading) {
        String reason;
        Taking taking = new Taking(giver.refusedState(), handed());
        try {
            T loaded = loading.apply(taking);
            taking.unclaimed().ifPresent(giver::tellLost);
            return loaded;
        } catch (LayerException failed) {
            if (!taking.isTaken() || giver.refusedState() == RefusedState.FAIL) {
                throw failed;
            }
            reason = String.valueOf(failed.getMessage());
        }
        return new LostState(giver, reason).load(loading);
    }

    private Map<String, HandedOver> handed() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new GivenValue(giver, entry.getKey(), entry.getValue())));
    }
}
