package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the guide shows as printed by a program: a file of a real run, compared with every other run but for what differs from
 * one to the next. {@code -Dpages=write} takes a run instead if it differs otherwise.
 */
record Printed(String text) {
    private static final Path DIRECTORY = Path.of("src", "test", "guide", "output");

    /** Times, digests, and what the JVM names as it likes; how often collections were seen is its affair too. */
    private static final List<Pattern> DIFFERING = List.of(
            Pattern.compile("\\b[0-9]+(?:\\.[0-9]+)? (?:ms|s)\\b"),
            Pattern.compile("(?<=sha256 )[0-9a-f]{12}\\b"),
            Pattern.compile("\\b[0-9a-f]{12} -> [0-9a-f]{12}\\b"),
            Pattern.compile("(?<=\\$\\$Lambda)[0-9$/x.a-f]+"),
            Pattern.compile("(?<=outlived )[0-9]+"),
            Pattern.compile("(?<=pool-)[0-9]+"),
            Pattern.compile("(?<=Thread-)[0-9]+"));

    /** From JDK 19 on a thread has its task one object further away. */
    private static final Pattern TASK = Pattern.compile("\\.holder\n *java\\.lang\\.Thread\\$FieldHolder \\.task");

    /** Fails unless {@code output/<name>.txt} has this text. */
    void isShownAs(String name) throws IOException {
        Path file = DIRECTORY.resolve(name + ".txt");
        if (System.getProperty("pages", "").equals("write") && !isLike(file)) {
            Files.writeString(file, text);
        }

        assertThat(masked(text))
                .as("'%s'; run with -Dpages=write to bring it up to date", file)
                .isEqualTo(masked(Files.readString(file)));
    }

    private boolean isLike(Path file) throws IOException {
        return Files.exists(file) && masked(Files.readString(file)).equals(masked(text));
    }

    private static String masked(String text) {
        String masked = TASK.matcher(text).replaceAll(".target");
        for (Pattern differing : DIFFERING) {
            masked = differing.matcher(masked).replaceAll("{}");
        }
        return masked;
    }
}
