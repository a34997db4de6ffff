package dev.layers.docs.read;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Equal values, each kept once: the same few types stand in thousands of signatures. */
final class Shared {
    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // what is equal here is of the same class
    <T> T once(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
