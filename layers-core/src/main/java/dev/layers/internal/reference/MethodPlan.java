package dev.layers.internal.reference;

import java.lang.reflect.Method;
import java.util.List;

/**
 * How a reference implements one method.
 *
 * @param method the method of an interface; its reference overrides it
 * @param parameters how each argument crosses
 * @param result how the result crosses
 */
public record MethodPlan(Method method, List<Passage> parameters, Passage result) {
    public MethodPlan {
        parameters = List.copyOf(parameters);
    }
}
