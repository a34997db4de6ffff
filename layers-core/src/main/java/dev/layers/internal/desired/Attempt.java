package dev.layers.internal.desired;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading of a file.
 *
 * @param stamp what was seen before; empty if nothing was there
 * @param bytes what was read; empty if the file changed meanwhile
 */
record Attempt(Optional<Stamp> stamp, Optional<byte[]> bytes) {
    /** Nobody writes as much by hand, and a file named by mistake may be large. */
    private static final int MOST = 16 * 1024 * 1024;

    /**
     * Reads {@code file}; an interrupt does not prevent it, and stands again afterwards.
     *
     * @throws Misunderstood if waiting cannot help: it is no file, too large, or not to be read
     */
    static Attempt at(Path file) throws Misunderstood {
        boolean wasInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return read(file);
                } catch (ClosedByInterruptException interrupt) {
                    wasInterrupted = true;
                    Thread.interrupted();
                } catch (IOException failure) {
                    throw Misunderstood.because("it cannot be read: " + reason(failure));
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Attempt read(Path file) throws IOException, Misunderstood {
        Optional<Stamp> before = Stamp.of(file);
        if (before.isEmpty()) {
            return new Attempt(before, Optional.empty());
        }
        requireReadable(before.get());
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean isWhole = bytes.length == before.get().size() && before.equals(Stamp.of(file));
            return new Attempt(before, isWhole ? Optional.of(bytes) : Optional.empty());
        } catch (NoSuchFileException gone) {
            return new Attempt(before, Optional.empty());
        }
    }

    private static void requireReadable(Stamp stamp) throws Misunderstood {
        if (!stamp.isRegular()) {
            throw Misunderstood.because("it is no regular file; wanted a file of JSON");
        }
        if (stamp.size() > MOST) {
            throw Misunderstood.because("it has " + stamp.size() + " bytes; wanted " + MOST + " at most");
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "access is denied" : String.valueOf(failure.getMessage());
    }

    /** Returns whether the file was there, did not change, and was not written in the {@code quiet} before {@code begun}. */
    boolean isSettled(Instant begun, Duration quiet) {
        return bytes.isPresent() && !isYoung(begun, quiet);
    }

    /** A time that lies far in the future says nothing: clocks differ, and jump. */
    private boolean isYoung(Instant begun, Duration quiet) {
        Instant modified = stamp.orElseThrow().modified().toInstant();
        return modified.isAfter(begun.minus(quiet))
                && modified.isBefore(Instant.now().plus(quiet));
    }
}
