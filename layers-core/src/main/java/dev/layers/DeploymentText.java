package dev.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes as people read them: a difference, a line for each module. */
final class DeploymentText {
    private static final int SHORT = 12;

    private final List<String> lines = new ArrayList<>();

    private DeploymentText() {}

    /** Returns {@code changes} and then {@code failures}; a module that is reloaded with others stands below the last of them. */
    static String of(List<Change> changes, List<DeploymentReport.Failure> failures) {
        DeploymentText text = new DeploymentText();
        List<Change> following =
                changes.stream().filter(DeploymentText::isFollowing).toList();
        List<Change> leading =
                changes.stream().filter(change -> !isFollowing(change)).toList();
        for (int place = 0; place < leading.size(); place++) {
            text.add(leading.get(place), following, leading.subList(place + 1, leading.size()));
        }
        failures.forEach(failure -> text.lines.add(line(failure)));
        return String.join("\n", text.lines);
    }

    private static boolean isFollowing(Change change) {
        return !change.causes().isEmpty();
    }

    private void add(Change change, List<Change> following, List<Change> later) {
        lines.add(line(change));
        String with = following.stream()
                .filter(one -> isLastCause(change, one, later))
                .map(Change::module)
                .collect(Collectors.joining(", "));
        if (!with.isEmpty()) {
            lines.add("  reloads with it: " + with);
        }
    }

    private static boolean isLastCause(Change change, Change following, List<Change> later) {
        return following.causes().contains(change.module())
                && later.stream().noneMatch(other -> following.causes().contains(other.module()));
    }

    private static String line(Change change) {
        return switch (change.kind()) {
            case LOAD -> "+ " + change.module() + version(change) + digest(change.to()) + " from " + change.source();
            case RELOAD -> "~ " + change.module() + " " + difference(change);
            case UNLOAD -> "- " + change.module() + digest(change.from());
            case KEEP -> "= " + change.module() + (change.reason().isEmpty() ? "" : ": " + change.reason());
            case REFUSE ->
                "! refused: " + change.module() + ": " + change.reason().replace("\n", "\n  ");
        };
    }

    private static String line(DeploymentReport.Failure failure) {
        String what = failure.change().kind() == Change.Kind.REFUSE ? "refused" : "failed";
        return "! " + what + ": " + failure.change().module() + ": "
                + failure.reason().replace("\n", "\n  ");
    }

    private static String version(Change change) {
        return change.version().map(version -> " " + version).orElse("");
    }

    private static String digest(Optional<String> digest) {
        return digest.map(text -> " (sha256 " + brief(text) + ")").orElse("");
    }

    private static String difference(Change change) {
        String from = change.from().map(DeploymentText::brief).orElse("?");
        String to = change.to().map(DeploymentText::brief).orElse("?");
        return change.reason().isEmpty() ? from + " -> " + to : from + ": " + change.reason();
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }
}
