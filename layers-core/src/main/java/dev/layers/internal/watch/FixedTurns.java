package dev.layers.internal.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Tells artifacts that never change: once, and again when the receiver wants to be asked. */
final class FixedTurns implements Turns {
    /** Only whether anybody wants to know more can change meanwhile. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private final SortedMap<Path, String> artifacts;
    private final Receiver receiver;
    private final String means;
    private Set<Path> untold;

    FixedTurns(SortedMap<Path, String> artifacts, Receiver receiver, String means) {
        this.artifacts = artifacts;
        this.receiver = receiver;
        this.means = means;
        this.untold = artifacts.keySet();
    }

    @Override
    public Duration turn(News news) {
        Settled settled = new Settled(artifacts, untold);
        untold = Set.of();
        return receiver.receive(settled).filter(due -> due.compareTo(PAUSE) < 0).orElse(PAUSE);
    }

    @Override
    public Standing standing() {
        return new Standing(artifacts.size(), List.of(), Optional.empty(), means, 0);
    }
}
