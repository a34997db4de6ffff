package dev.layers.internal.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Remembers as text what it was told: the names of what changed, each with its digest, or without if it is gone. */
final class Told implements Receiver {
    final CopyOnWriteArrayList<String> all = new CopyOnWriteArrayList<>();
    volatile Optional<Duration> again = Optional.empty();

    @Override
    public Optional<Duration> receive(Settled settled) {
        Set<Path> changed = new TreeSet<>(settled.changed());
        all.add(changed.stream()
                .map(path -> path.getFileName() + "="
                        + settled.artifacts().getOrDefault(path, "gone").replace("digest of ", ""))
                .collect(Collectors.joining(" ")));
        return again;
    }

    @Override
    public void troubled(String reason) {
        all.add("trouble: " + reason);
    }

    @Override
    public void recovered() {
        all.add("recovered");
    }
}
