package dev.layers.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two texts line by line; what both have in common in the same order is no difference. */
final class LineComparison {
    private final List<String> expected;
    private final List<String> found;
    private final int[][] common;

    private LineComparison(List<String> expected, List<String> found) {
        this.expected = expected;
        this.found = found;
        this.common = commonLines(expected, found);
    }

    static List<LineDifference> differences(String expected, String found) {
        List<String> expectedLines = expected.lines().toList();
        List<String> foundLines = found.lines().toList();
        if (expectedLines.equals(foundLines)) {
            return List.of();
        }
        return new LineComparison(expectedLines, foundLines).differences();
    }

    /** Walks from equal line to equal line and reports what stands between two of them. */
    private List<LineDifference> differences() {
        List<LineDifference> differences = new ArrayList<>();
        int expectedFrom = 0;
        int foundFrom = 0;
        int expectedTo = 0;
        int foundTo = 0;
        while (expectedTo < expected.size() && foundTo < found.size()) {
            if (expected.get(expectedTo).equals(found.get(foundTo))) {
                addBlock(differences, new Block(expectedFrom, expectedTo, foundFrom, foundTo));
                expectedFrom = ++expectedTo;
                foundFrom = ++foundTo;
            } else if (common[expectedTo + 1][foundTo] >= common[expectedTo][foundTo + 1]) {
                expectedTo++;
            } else {
                foundTo++;
            }
        }
        addBlock(differences, new Block(expectedFrom, expected.size(), foundFrom, found.size()));
        return differences;
    }

    private void addBlock(List<LineDifference> differences, Block block) {
        for (int offset = 0; offset < block.height(); offset++) {
            int number = Math.min(block.foundFrom + offset, block.foundTo) + 1;
            differences.add(new LineDifference(
                    number,
                    line(expected, block.expectedFrom + offset, block.expectedTo),
                    line(found, block.foundFrom + offset, block.foundTo)));
        }
    }

    private static Optional<String> line(List<String> lines, int index, int end) {
        return index < end ? Optional.of(lines.get(index)) : Optional.empty();
    }

    /** Counts, for each pair of positions, the lines that the rests behind them have in common. */
    private static int[][] commonLines(List<String> expected, List<String> found) {
        int[][] common = new int[expected.size() + 1][found.size() + 1];
        for (int row = expected.size() - 1; row >= 0; row--) {
            for (int column = found.size() - 1; column >= 0; column--) {
                common[row][column] = expected.get(row).equals(found.get(column))
                        ? common[row + 1][column + 1] + 1
                        : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }

    private record Block(int expectedFrom, int expectedTo, int foundFrom, int foundTo) {
        int height() {
            return Math.max(expectedTo - expectedFrom, foundTo - foundFrom);
        }
    }
}
