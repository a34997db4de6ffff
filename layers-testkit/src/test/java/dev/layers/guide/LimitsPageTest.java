package dev.layers.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.residue.ShownRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No limit that another page knows is missing on the page about limits. */
class LimitsPageTest {
    private static final Path PAGES = Path.of("../docs");

    private static final Pattern ROW = Pattern.compile("`([a-z]+\\.[a-z.]+)`");
    private static final Pattern PROMISE = Pattern.compile("^\\| (G\\d+) \\|", Pattern.MULTILINE);

    @Test
    void whatNobodyCanUndo_isNamedAndNothingElse() throws IOException {
        Set<String> left = ShownRow.all()
                .filter(row -> row.isTold() || row.isHeld())
                .map(ShownRow::name)
                .collect(Collectors.toSet());

        String undone = page("limits").split("## What nobody can undo")[1].split("\n## ")[0];

        assertThat(left).hasSizeGreaterThan(30);
        assertThat(ROW.matcher(undone.replace("`residue.md`", "")).results().map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void everyPromiseKeptInPart_isNamed() throws IOException {
        String inPart = page("guarantees").split("## Kept in part")[1].split("\n## ")[0];
        List<String> numbers =
                PROMISE.matcher(inPart).results().map(row -> row.group(1)).toList();

        assertThat(numbers).isNotEmpty();
        assertThat(page("limits").split("## Promises that are kept in part")[1]).contains(numbers);
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".md"));
    }
}
