package dev.layers;

import dev.layers.internal.boundary.Uncopyable;
import dev.layers.internal.failure.ModuleFailure;
import dev.layers.module.ModuleLifecycle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls the hooks of a generation one by one, as they were started, and copies what they return. */
final class HandOverCall implements Callable<HandOverCall.Answer> {
    private final Giver giver;
    private final List<ModuleLifecycle> hooks;
    private volatile String hook = "";

    /**
     * What came of it; holds nothing of the generation.
     *
     * @param values copies, by the names of the hooks
     * @param refusal why there are none, if they are refused
     * @param failure what a hook threw
     */
    record Answer(
            Map<String, Object> values,
            @Nullable String refusal,
            @Nullable ModuleFailure failure) {
        static Answer given(Map<String, Object> values) {
            return new Answer(values, null, null);
        }

        static Answer refused(String refusal, @Nullable ModuleFailure failure) {
            return new Answer(Map.of(), refusal, failure);
        }
    }

    /**
     * Prepares the calls.
     *
     * @param started the hooks, the last one first
     */
    HandOverCall(Giver giver, Deque<ModuleLifecycle> started) {
        this.giver = giver;
        this.hooks = new ArrayList<>(started);
        Collections.reverse(hooks);
    }

    /** Returns the hook that is or was called last. */
    String hook() {
        return hook;
    }

    @Override
    public Answer call() throws Exception {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> names = HookNames.of(hooks);
        for (int i = 0; i < names.size(); i++) {
            hook = names.get(i);
            Object value = hooks.get(i).handOver();
            if (value != null) {
                values.put(hook, value);
            }
        }
        return copied(values);
    }

    private Answer copied(Map<String, Object> values) {
        for (Map.Entry<String, Object> each : values.entrySet()) {
            try {
                hook = each.getKey();
                each.setValue(giver.copy(each.getValue()));
            } catch (Uncopyable refused) {
                return Answer.refused(
                        HandOverWording.failed(giver.name(), hook, "returned " + refused.getMessage()), null);
            }
        }
        return Answer.given(values);
    }
}
