package dev.layers.internal.desired;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that says which modules are wanted; others may replace or rewrite it at any time.
 *
 * <p>JSON has no checksum: what was written a moment ago is read when it is at rest, for it may be half of two files.
 */
public final class DesiredFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** Longer than anybody waits; what is beyond it no clock could add. */
    private static final Duration LONGEST_QUIET = Duration.ofHours(1);

    private final Path file;
    private final Duration quiet;
    private final Rest.Pause pause;

    /**
     * Makes one.
     *
     * @param file an absolute path
     * @param quiet how long it must have been at rest
     */
    public DesiredFile(Path file, Duration quiet) {
        this(file, quiet, Rest.parking());
    }

    DesiredFile(Path file, Duration quiet, Rest.Pause pause) {
        this.file = file;
        this.quiet = quiet.compareTo(LONGEST_QUIET) > 0 ? LONGEST_QUIET : quiet;
        this.pause = pause;
    }

    /**
     * Reads it as it was at one moment.
     *
     * @throws Misunderstood if that is not possible, or it does not say what is wanted
     */
    public DesiredState read(Vocabulary vocabulary) throws Misunderstood {
        Path directory = Objects.requireNonNull(file.getParent(), "parent");
        return new DesiredReader(directory, vocabulary, System::getProperty).read(text(bytes()));
    }

    private byte[] bytes() throws Misunderstood {
        Instant begun = Instant.now();
        Attempt first = Attempt.at(file);
        if (first.isSettled(begun, quiet)) {
            return first.bytes().orElseThrow();
        }
        Optional<Stamp> rested = rest();
        Attempt last = Attempt.at(file);
        if (last.stamp().isEmpty()) {
            throw Misunderstood.because("nothing is there; wanted a file of JSON");
        }
        return last.bytes()
                .filter(bytes -> rested.equals(last.stamp()))
                .orElseThrow(() -> Misunderstood.because("it is being written; wanted " + quiet.toMillis()
                        + " ms at rest; ask again when it is whole, or replace it by renaming another"));
    }

    private Optional<Stamp> rest() throws Misunderstood {
        try {
            return new Rest(file, quiet, pause).await();
        } catch (IOException failure) {
            throw Misunderstood.because("it cannot be read: " + failure.getMessage());
        }
    }

    private static String text(byte[] bytes) throws Misunderstood {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw Misunderstood.because("not JSON: its bytes are no UTF-8");
        }
    }
}
