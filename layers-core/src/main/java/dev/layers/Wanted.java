package dev.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One artifact that a deployment wants loaded.
 *
 * @param source what to read, and how to load it
 * @param shown how it was written, for people
 * @param expected what must be true of it
 * @param look whether it may have changed
 */
record Wanted(Source source, String shown, Expected expected, Look look) {
    /**
     * What must be true of an artifact.
     *
     * @param module the name of its module
     * @param digest the digest of its bytes
     * @param absence why it cannot be read, if that is known without trying
     */
    record Expected(Optional<String> module, Optional<String> digest, Optional<String> absence) {
        static Expected anything() {
            return new Expected(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Whether an artifact may have changed. */
    enum Look {
        /** It is read. */
        READ,
        /** Its bytes are those that were there last time; it is read only where that is not enough. */
        UNCHANGED
    }

    /** Returns that {@code artifact} is wanted as it is, loaded with standard options. */
    static Wanted of(Path artifact, String shown) {
        Source source = new Source(LoadOptions.standard(), artifact, List.of());
        return new Wanted(source, shown, Expected.anything(), Look.READ);
    }

    /** Returns this, knowing that its bytes are those that were there last time. */
    Wanted unchanged() {
        return new Wanted(source, shown, expected, Look.UNCHANGED);
    }

    /** Returns whether {@code other} wants the same, whatever is known of its bytes. */
    boolean isSame(Wanted other) {
        return source.equals(other.source) && expected.equals(other.expected);
    }
}
