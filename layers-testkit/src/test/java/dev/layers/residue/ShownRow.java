package dev.layers.residue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module as {@code docs/residue.md} shows it.
 *
 * @param without what the page says of it in a layer of the JDK
 * @param with what the page says of it with Layers
 */
public record ShownRow(String name, String code, String without, String with) {
    private static final Path PAGE = Path.of("../docs/residue.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| ([\\w.]+)(?: \\([^)]*\\))?: (.*) \\| ((?:[^|]|\\\\\\|)*) \\| ((?:[^|]|\\\\\\|)*) \\|$",
            Pattern.MULTILINE);

    /** Returns the rows of the page. */
    public static Stream<ShownRow> all() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().map(ShownRow::of);
    }

    private static ShownRow of(MatchResult row) {
        String code = row.group(2).replace("`", "").replace("\\|", "|");
        return new ShownRow(row.group(1), code, row.group(3), row.group(4));
    }

    /** Whether nobody can undo it, which is told. */
    public boolean isTold() {
        return with.contains("**");
    }

    /** Whether nothing but a path through the heap says what is left. */
    public boolean isHeld() {
        return with.contains("*held*");
    }
}
