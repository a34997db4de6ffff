package dev.layers.docs.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How types of the JDK cross. What Layers itself says of each is kept as text, the same on every JDK; a test asks Layers
 * again for every public type of the JDK that runs it.
 */
final class JdkTypes {
    /** What else is said of types. */
    enum Trait {
        /** Itself or an interface of it crosses as a reference. */
        ACTING,
        /** Objects of a subclass have no fields but those of the subclass. */
        STATELESS,
        /** An interface with a method that has a type without a rule. */
        REFUSING
    }

    private static final List<Kind> CROSSING =
            List.of(Kind.PLAIN, Kind.SERVICE, Kind.CONTAINER, Kind.OPAQUE, Kind.THROWABLE, Kind.STREAM);
    private static final String RESOURCE = "jdk-types.txt";
    private static final String REASON = "reason ";
    private static final String NO_REASON =
            "the JDK has it without a rule here; use a type of the contract or a simpler one of the JDK";

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    private JdkTypes() {}

    /** Reads what Layers says. */
    static JdkTypes read() {
        JdkTypes types = new JdkTypes();
        try (InputStream stream = Objects.requireNonNull(JdkTypes.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(types::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return types;
    }

    /** Takes a line such as {@code plain java.lang String Integer}, or a reason and then the names it is one for. */
    private void add(String line) {
        if (line.startsWith(REASON)) {
            int colon = line.indexOf(": ");
            for (String name : line.substring(REASON.length(), colon).split(" ", -1)) {
                reasons.put(name, line.substring(colon + 2));
            }
            return;
        }
        String[] parts = line.split(" ", -1);
        for (int i = 2; i < parts.length; i++) {
            words.computeIfAbsent(parts[1] + "." + parts[i], name -> new HashSet<>())
                    .add(parts[0]);
        }
    }

    /** Returns how a declared type of that name crosses. */
    Kind kind(String name) {
        Set<String> said = words.getOrDefault(name, Set.of());
        return CROSSING.stream()
                .filter(kind -> said.contains(kind.text()))
                .findFirst()
                .orElse(Kind.NONE);
    }

    /** Returns why a type has no rule. */
    String reason(String name) {
        return reasons.getOrDefault(name, NO_REASON);
    }

    boolean is(String name, Trait trait) {
        return words.getOrDefault(name, Set.of()).contains(trait.name().toLowerCase(Locale.ROOT));
    }

    /** Returns all words of the table, by name. */
    Map<String, Set<String>> words() {
        return Collections.unmodifiableMap(words);
    }

    /** Returns the reasons of types that have one of their own, by name. */
    Map<String, String> reasons() {
        return Collections.unmodifiableMap(reasons);
    }
}
