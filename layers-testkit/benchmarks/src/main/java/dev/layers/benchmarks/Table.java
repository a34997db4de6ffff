package dev.layers.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /**
     * Begins a table.
     *
     * @param heads what stands above each column
     */
    public Table(String... heads) {
        columns = heads.length;
        row(heads);
        rows.add(rows.get(0).stream().map(head -> "---").toList());
    }

    /**
     * Adds a row.
     *
     * @param cells its cells; absent ones at the end are empty
     */
    public Table row(String... cells) {
        if (cells.length > columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        List<String> row = new ArrayList<>(List.of(cells));
        while (row.size() < columns) {
            row.add("");
        }
        rows.add(row);
        return this;
    }

    /**
     * Adds a row for each system: its name, its values, its ratios.
     *
     * @param first the first cell of each row: what was done
     * @param ratios what was measured
     */
    public Table rows(String first, Ratios ratios) {
        ratios.systems()
                .forEach(system -> row(
                        first,
                        system,
                        ratios.values(system).text(),
                        ratios.ratios(system).text()));
        return this;
    }

    /** Returns the table, line by line. */
    public String text() {
        return rows.stream()
                .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }
}
