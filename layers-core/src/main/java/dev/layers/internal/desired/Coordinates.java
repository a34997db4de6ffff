package dev.layers.internal.desired;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What names a jar in a Maven repository. */
record Coordinates(List<String> parts) {
    static final String SCHEME = "maven:";

    private static final String WANTED = "; wanted 'maven:group:artifact:version' or with ':classifier' behind it";
    /** Neither dots alone nor anything that leads to another directory. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*");

    private static final int LEAST = 3;
    private static final int MOST = 4;

    Coordinates {
        parts = List.copyOf(parts);
    }

    /**
     * Returns what {@code text} says.
     *
     * @throws IllegalArgumentException if it names no jar
     */
    static Coordinates parse(String text) {
        List<String> parts = List.of(text.substring(SCHEME.length()).split(":", -1));
        if (parts.size() < LEAST || parts.size() > MOST) {
            throw new IllegalArgumentException("'" + text + "' has " + parts.size() + " parts" + WANTED);
        }
        parts.stream().filter(part -> !PART.matcher(part).matches()).findFirst().ifPresent(part -> {
            throw new IllegalArgumentException("'" + text + "' has the part '" + part + "'" + WANTED);
        });
        return new Coordinates(parts);
    }

    /** Returns where {@code repository} has the jar. */
    Path in(Path repository) {
        Path directory = repository;
        for (String name : group().split("\\.", -1)) {
            directory = directory.resolve(name);
        }
        return directory.resolve(artifact()).resolve(version()).resolve(fileName());
    }

    /** Returns what to run so that the local repository has the jar. */
    String command() {
        String classifier = parts.size() == MOST ? ":jar:" + parts.get(MOST - 1) : "";
        return "mvn dependency:get -Dartifact=" + group() + ":" + artifact() + ":" + version() + classifier;
    }

    private String fileName() {
        String classifier = parts.size() == MOST ? "-" + parts.get(MOST - 1) : "";
        return artifact() + "-" + version() + classifier + ".jar";
    }

    private String group() {
        return parts.get(0);
    }

    private String artifact() {
        return parts.get(1);
    }

    private String version() {
        return parts.get(2);
    }
}
