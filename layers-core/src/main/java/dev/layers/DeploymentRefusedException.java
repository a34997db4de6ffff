package dev.layers;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a directory or file does not say what is wanted: it is missing, cannot be read, or is wrong. Nothing was
 * changed. Its message tells every problem.
 *
 * @since 0.1
 */
public final class DeploymentRefusedException extends LayerException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, a sentence each. */
    private final String[] problems;

    DeploymentRefusedException(String where, List<String> problems) {
        super(message(where, problems));
        this.problems = problems.toArray(String[]::new);
    }

    /**
     * Returns what is wrong, in the order of the file; with line, column and path where it stands in one, as in
     * {@code 4:15: modules[2].reload.wait: 'soon' is no duration; wanted one such as 'PT5S' or 'PT0.5S'}.
     *
     * @return a sentence each
     */
    public List<String> problems() {
        return List.of(problems);
    }

    private static String message(String where, List<String> problems) {
        return problems.size() == 1
                ? where + ": " + problems.get(0)
                : problems.stream()
                        .map(problem -> "\n  " + problem)
                        .collect(Collectors.joining("", where + ": " + problems.size() + " problems:", ""));
    }
}
