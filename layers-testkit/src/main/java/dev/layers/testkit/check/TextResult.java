package dev.layers.testkit.check;

import dev.layers.retention.Hold;
import dev.layers.retention.RetentionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes a result as lines for people; the styles are those of picocli, such as {@code @|bold text|@}. */
final class TextResult {
    private static final double SECOND = 1000.0;

    private final CheckResult result;
    private final UnaryOperator<String> styles;
    private final List<String> lines = new ArrayList<>();

    private TextResult(CheckResult result, UnaryOperator<String> styles) {
        this.result = result;
        this.styles = styles;
    }

    /** Returns {@code result} as text; {@code styles} turns marked words into what a terminal shows. */
    static String of(CheckResult result, UnaryOperator<String> styles) {
        TextResult text = new TextResult(result, styles);
        text.add();
        return String.join(System.lineSeparator(), text.lines);
    }

    private void add() {
        lines.add(styles.apply(headline()) + " " + result.run().plugin() + ": " + verdict());
        result.findings().forEach(this::add);
        result.residue().stream().filter(left -> !left.isUndone()).forEach(left -> lines.add("  left: " + left.text()));
        result.residue().stream().filter(LeftOver::isUndone).forEach(left -> lines.add("  undone: " + left.text()));
        result.paths().forEach(this::add);
        lines.add("  " + rounds()
                + String.format(Locale.ROOT, " in %.1f s", result.run().millis() / SECOND));
    }

    private String headline() {
        return switch (result.exitCode()) {
            case CLEAN -> "@|bold,green CLEAN|@";
            case NOT_CLEAN -> "@|bold,red NOT CLEAN|@";
            case REFUSED -> "@|bold,red REFUSED|@";
            case UNKNOWN, USAGE -> "@|bold,yellow CANNOT TELL|@";
        };
    }

    private String verdict() {
        return switch (result.verdict()) {
            case COLLECTED -> "collected";
            case RETAINED -> "retained" + result.hold().map(TextResult::held).orElse("");
            case UNCONFIRMED -> "unconfirmed";
            case REFUSED ->
                "not loaded"
                        + result.hold()
                                .map(hold -> ", and retained" + held(hold))
                                .orElse("");
        };
    }

    private static String held(Hold hold) {
        return switch (hold) {
            case STRONG -> ", held strongly";
            case SOFT -> ", held softly";
            case UNEXAMINED -> ", nobody looked how";
        };
    }

    private void add(CheckFinding finding) {
        lines.add("  " + finding.rule() + " " + finding.where() + ": " + finding.found());
        lines.add("    wanted: " + finding.wanted());
        lines.add("    to do: " + finding.advice());
    }

    private void add(RetentionPath path) {
        lines.add("  held by: " + path.cause());
        lines.add("    to do: " + path.advice());
        lines.add("    from " + path.root());
        path.steps().forEach(step -> lines.add("      " + step));
    }

    private String rounds() {
        CheckResult.Run run = result.run();
        if (run.repeat() == 0) {
            return "no round came to its end";
        }
        String all = run.asked() == 1 ? "1 round" : run.asked() + " rounds";
        return run.repeat() == run.asked() ? all : "stopped at round " + run.repeat() + " of " + run.asked();
    }
}
