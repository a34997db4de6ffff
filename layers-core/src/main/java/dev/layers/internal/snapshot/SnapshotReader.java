package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes and examines snapshots; what looks broken and was modified a moment ago is read again when it is at rest.
 *
 * <p>A good artifact is never waited for.
 */
public final class SnapshotReader {
    /** What an archive looks like that is being written. */
    private static final Set<Rule> UNFINISHED = Set.of(
            Rule.NOT_READY, Rule.NOT_AN_ARCHIVE, Rule.ARCHIVE_CUT_SHORT, Rule.ARCHIVE_DAMAGED, Rule.ENTRY_DAMAGED);
    /** What files look like that are being written; those in an archive have checksums. */
    private static final Set<Rule> UNFINISHED_FILES =
            Set.of(Rule.CLASS_MALFORMED, Rule.DESCRIPTOR_INVALID, Rule.SERVICES_INVALID, Rule.MANIFEST_INVALID);

    private final Path artifact;
    private final List<Path> libraries;
    private final Limits limits;
    private final Rest.Pause pause;

    /** Makes a reader of {@code artifact} and {@code libraries}. */
    public SnapshotReader(Path artifact, List<Path> libraries, Limits limits) {
        this(artifact, libraries, limits, Rest.parking());
    }

    SnapshotReader(Path artifact, List<Path> libraries, Limits limits, Rest.Pause pause) {
        this.artifact = artifact;
        this.libraries = List.copyOf(libraries);
        this.limits = limits;
        this.pause = pause;
    }

    /**
     * Takes a snapshot and examines it.
     *
     * @param visitors gives a new taker of class files for each attempt, or none if the snapshot is not to be examined
     */
    public <V extends ClassFiles> Reading<V> read(Function<Snapshot, Optional<V>> visitors) {
        Instant begun = Instant.now();
        Reading<V> first = attempt(visitors);
        if (!has(first, UNFINISHED) && !has(first, UNFINISHED_FILES)) {
            return first;
        }
        Rest rest = new Rest(artifact, libraries, limits, pause);
        boolean isRecent = has(first, Set.of(Rule.NOT_READY)) || rest.isYoungerThan(begun);
        if (!isRecent || !isUnfinished(first, rest)) {
            return first;
        }
        Optional<Finding> restless = rest.await();
        // who interrupts the waiting wants no second reading
        Reading<V> last = Thread.currentThread().isInterrupted() ? first : attempt(visitors);
        return restless.isPresent() && isUnfinished(last, rest) ? notReady(last, restless.get()) : last;
    }

    private <V extends ClassFiles> Reading<V> attempt(Function<Snapshot, Optional<V>> visitors) {
        try {
            Snapshot snapshot = Snapshot.take(artifact, libraries, limits);
            Optional<V> visitor = visitors.apply(snapshot);
            return new Reading<>(
                    Optional.of(snapshot),
                    visitor,
                    visitor.map(snapshot::examine).orElse(List.of()));
        } catch (ArtifactDefect defect) {
            return new Reading<>(Optional.empty(), Optional.empty(), defect.findings());
        }
    }

    private static boolean isUnfinished(Reading<?> reading, Rest rest) {
        return has(reading, UNFINISHED) || (has(reading, UNFINISHED_FILES) && rest.isExploded());
    }

    private static boolean has(Reading<?> reading, Set<Rule> rules) {
        for (Finding finding : reading.findings()) {
            if (rules.contains(finding.rule())) {
                return true;
            }
        }
        return false;
    }

    /** Somebody is still writing: what looks broken may only be unfinished. */
    private static <V extends ClassFiles> Reading<V> notReady(Reading<V> last, Finding restless) {
        Stream<Finding> others = last.findings().stream()
                .filter(finding -> !UNFINISHED.contains(finding.rule()) && !UNFINISHED_FILES.contains(finding.rule()));
        return new Reading<>(
                Optional.empty(),
                Optional.empty(),
                Stream.concat(Stream.of(restless), others).toList());
    }
}
