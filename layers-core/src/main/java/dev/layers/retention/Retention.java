package dev.layers.retention;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds something that outlived collections.
 *
 * @param hold how it is held
 * @param paths how it is reached, the most telling one first; empty if a heap dump shows none
 * @param notes what the paths do not say, a sentence each: why there are none, or that there are more
 * @since 0.1
 */
public record Retention(Hold hold, List<RetentionPath> paths, List<String> notes) {
    /** Checks the components. */
    public Retention {
        Objects.requireNonNull(hold, "hold");
        paths = List.copyOf(paths);
        notes = List.copyOf(notes);
    }

    /**
     * Returns that nobody looked.
     *
     * @param reason why not
     * @return a retention without paths
     */
    public static Retention unexamined(String reason) {
        return new Retention(Hold.UNEXAMINED, List.of(), List.of(reason));
    }

    /**
     * Returns whether it will be let go without anybody's doing: it is held softly, or by nothing but what ends in a while.
     *
     * @return {@link Lasting#STAYS} also where nobody looked
     */
    public Lasting lasting() {
        boolean ends = !paths.isEmpty() && paths.stream().allMatch(path -> path.lasting() == Lasting.ENDS_BY_ITSELF);
        return hold == Hold.SOFT || ends ? Lasting.ENDS_BY_ITSELF : Lasting.STAYS;
    }

    /**
     * Returns whether nobody knows that it stays: nobody looked, a dump shows no path to it (compiled code that a thread
     * is in, or the JVM itself, holds such for a while), or nothing holds it but what ends by itself.
     *
     * @return false also of what is held softly, which goes when memory grows short and not before
     */
    public boolean mayEnd() {
        boolean ends = paths.isEmpty() || lasting() == Lasting.ENDS_BY_ITSELF;
        return hold == Hold.UNEXAMINED || (hold == Hold.STRONG && ends);
    }

    /**
     * Returns all as lines of text: for each path cause, advice, root and steps, then the notes.
     *
     * @return lines joined by {@code \n}; empty if there is nothing to say
     */
    public String text() {
        return Stream.concat(paths.stream().flatMap(Retention::lines), notes.stream())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(RetentionPath path) {
        return Stream.concat(
                Stream.of("held by: " + path.cause(), "  to do: " + path.advice(), "  from " + path.root()),
                path.steps().stream().map(step -> "    " + step));
    }
}
