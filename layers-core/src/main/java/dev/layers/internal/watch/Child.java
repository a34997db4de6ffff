package dev.layers.internal.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One name in the directory, and whether what lies there is at rest. Times are those of a clock that only goes forward. */
final class Child {
    /** The digest of what is no artifact. */
    static final String NONE = "";

    private final Path path;
    private final Sights sights;
    private final LongSupplier clock;
    private final Consumer<Place> entering;
    private State state = State.CALM;
    private Sight seen = Sight.absent();
    private @Nullable Sight read;
    private String digest = NONE;
    private String told = NONE;
    private boolean isSuspect;
    /** Whether it was noticed to change since it was looked at. */
    private boolean isUnseen;

    private long changedAt;
    private long restlessAt;
    private long readyAt;
    private boolean isOverdue;

    private enum State {
        CALM,
        /** It changed less than a quiet period ago. */
        RESTLESS,
        /** It is at rest, and is not what was told. */
        READY
    }

    Child(Path path, Sights sights, LongSupplier clock, Consumer<Place> entering) {
        this.path = path;
        this.sights = sights;
        this.clock = clock;
        this.entering = entering;
    }

    Path path() {
        return path;
    }

    /** Looks whether it changed; with {@code isNamed} it did, whatever can be seen of it. */
    void look(boolean isNamed) {
        if (isNamed && state == State.RESTLESS) {
            // what is being written is not looked at each time
            isSuspect = true;
            isUnseen = true;
            changedAt = clock.getAsLong();
            return;
        }
        Sight now = sights.look(path, entering);
        boolean isChanged = !now.equals(seen);
        boolean isRewritten = isNamed && now.isArtifact();
        seen = now;
        if (isChanged || isRewritten) {
            isSuspect |= isRewritten;
            stir();
        }
    }

    /** Waits for the quiet period anew. */
    void stir() {
        long now = clock.getAsLong();
        restlessAt = state == State.CALM ? now : restlessAt;
        changedAt = now;
        state = State.RESTLESS;
    }

    /** Waits anew, and as long for it as if it had changed just now. */
    void stirAnew() {
        stir();
        restlessAt = changedAt;
    }

    boolean isRestless() {
        return state == State.RESTLESS;
    }

    /** Returns the time until it may be at rest. */
    Duration untilRest(Duration quiet) {
        return quiet.minus(since(changedAt));
    }

    /** Looks once more and reads it, unless it changed again meanwhile. */
    void rest() {
        catchUp();
        if (hasChanged() || isReadingOvertaken()) {
            return;
        }
        isOverdue = false;
        if (digest.equals(told)) {
            state = State.CALM;
        } else {
            state = State.READY;
            readyAt = clock.getAsLong();
        }
    }

    /** Returns whether it has changed for longer than {@code longest}, by more than touching, for the first time. */
    boolean isBecomingOverdue(Duration longest) {
        if (isOverdue || since(restlessAt).compareTo(longest) < 0) {
            return false;
        }
        seen = sights.look(path, entering);
        read();
        isOverdue = !digest.equals(told);
        restlessAt = clock.getAsLong();
        return isOverdue;
    }

    boolean isOverdue() {
        return isOverdue;
    }

    /** A file is at rest since it was noticed; of a directory there may be parts in which nobody noticed anything. */
    private void catchUp() {
        Sight now = isUnseen ? sights.look(path, entering) : seen;
        if (now.kind() == Sight.Kind.JAR || now.kind() == Sight.Kind.ABSENT) {
            seen = now;
        }
        isUnseen = false;
    }

    private boolean hasChanged() {
        Sight before = seen;
        seen = sights.look(path, entering);
        if (seen.equals(before)) {
            return false;
        }
        stir();
        return true;
    }

    /** Reads it if there may be something new to read. */
    private boolean isReadingOvertaken() {
        if (!isSuspect && seen.equals(read)) {
            return false;
        }
        read();
        isSuspect = false;
        return hasChanged();
    }

    private void read() {
        digest = seen.isArtifact() ? sights.digest(path, seen) : NONE;
        read = seen;
    }

    boolean isReady() {
        return state == State.READY;
    }

    /** Returns for how long it has been ready. */
    Duration ready() {
        return since(readyAt);
    }

    boolean isAbsent() {
        return !seen.isArtifact();
    }

    /** Returns whether it was told and there is nothing any longer. */
    boolean isGone() {
        return digest.equals(NONE);
    }

    /** Takes that what is there now is told. */
    void tell() {
        told = digest;
        state = State.CALM;
    }

    /** Returns the digest that was told, if an artifact was. */
    Optional<String> told() {
        return told.equals(NONE) ? Optional.empty() : Optional.of(told);
    }

    /** Returns whether nothing is there and nobody was told of anything. */
    boolean isForgettable() {
        return state == State.CALM && seen.kind() == Sight.Kind.ABSENT && told.equals(NONE);
    }

    private Duration since(long moment) {
        return Duration.ofNanos(clock.getAsLong() - moment);
    }
}
