package dev.layers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the generations of each module name; no number is given twice. */
final class GenerationNumbers {
    private final Map<String, Integer> last = new ConcurrentHashMap<>();

    GenerationName next(String module) {
        return new GenerationName(module, last.merge(module, 1, Integer::sum));
    }
}
