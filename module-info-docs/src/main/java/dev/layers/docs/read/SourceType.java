package dev.layers.docs.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the source of a type adds to its class file: first sentences, and the names of parameters. */
final class SourceType {
    /**
     * A method or constructor.
     *
     * @param summary empty if it has none
     */
    record Method(Optional<String> summary, List<String> parameters) {}

    private final Optional<String> summary;
    private final Map<String, Optional<String>> fields = new HashMap<>();
    private final Map<String, Method> methods = new HashMap<>();

    SourceType(Optional<String> summary) {
        this.summary = summary;
    }

    Optional<String> summary() {
        return summary;
    }

    void addField(String name, Optional<String> fieldSummary) {
        fields.put(name, fieldSummary);
    }

    /** Takes a method by its name and the simple names of the types of its parameters: a source knows no packages. */
    void addMethod(String signature, Method method) {
        methods.putIfAbsent(signature, method);
    }

    Optional<String> field(String name) {
        return fields.getOrDefault(name, Optional.empty());
    }

    Optional<Method> method(String signature) {
        return Optional.ofNullable(methods.get(signature));
    }
}
