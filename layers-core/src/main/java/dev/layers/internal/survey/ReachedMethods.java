package dev.layers.internal.survey;

import dev.layers.preflight.Finding;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The methods of one module's classes that {@link Reach} lists, with the classes that call them. */
final class ReachedMethods {
    private static final int NAMED = 3;

    private final ModuleReference module;
    private final Map<Reach, SortedMap<String, List<String>>> callers = new EnumMap<>(Reach.class);

    private ReachedMethods(ModuleReference module) {
        this.module = module;
    }

    static ReachedMethods of(ModuleReference module) throws IOException {
        ReachedMethods reached = new ReachedMethods(module);
        try (ModuleReader reader = module.open()) {
            for (String name : reader.list().filter(reached::isClass).sorted().toList()) {
                Optional<ByteBuffer> bytes = reader.read(name);
                if (bytes.isPresent()) {
                    reached.add(name, bytes.get().array());
                }
            }
        }
        return reached;
    }

    /** Returns one finding for each kind of reach. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        callers.forEach((reach, methods) -> findings.add(reach.rule().at(where(), text(methods))));
        return findings;
    }

    /** What lies where no package is, such as below {@code META-INF}, is never loaded as a class. */
    private boolean isClass(String entry) {
        int slash = entry.lastIndexOf('/');
        return entry.endsWith(".class")
                && slash > 0
                && module.descriptor()
                        .packages()
                        .contains(entry.substring(0, slash).replace('/', '.'));
    }

    private void add(String entry, byte[] classFile) {
        String type = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        for (String method : CalledMethods.of(classFile)) {
            for (Reach reach : Reach.values()) {
                if (reach.includes(method)) {
                    callers.computeIfAbsent(reach, absent -> new TreeMap<>())
                            .computeIfAbsent(method, absent -> new ArrayList<>())
                            .add(type);
                }
            }
        }
    }

    private String where() {
        String name = "module '" + module.descriptor().name() + "'";
        return module.location().map(location -> path(location) + ": " + name).orElse(name);
    }

    private static String path(URI location) {
        return "file".equals(location.getScheme()) ? Path.of(location).toString() : location.toString();
    }

    private static String text(SortedMap<String, List<String>> methods) {
        return methods.entrySet().stream()
                .map(method -> text(method.getValue()) + " '" + method.getKey() + "'")
                .collect(Collectors.joining("; "));
    }

    private static String text(List<String> types) {
        String named = types.stream().limit(NAMED).map(type -> "'" + type + "'").collect(Collectors.joining(", "));
        int more = types.size() - NAMED;
        return named + (more > 0 ? " and " + more + " more call" : types.size() > 1 ? " call" : " calls");
    }
}
