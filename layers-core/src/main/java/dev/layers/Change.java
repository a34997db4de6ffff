package dev.layers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to become, or became, of one module of a deployment.
 *
 * @param kind what is done
 * @param module its name, or the name of its file if that cannot be read
 * @param version the version that its descriptor records of what is wanted, or else of what serves
 * @param source where it comes from, as it was written
 * @param from the digest of what serves, if something does
 * @param to the digest of what is wanted, if something is and could be read
 * @param reason why, in words; empty if the digests say it
 * @param causes the names of the changed modules that it stands on, directly or not, if it is reloaded for their sake,
 *     from the bytes it has; empty if it is changed itself
 * @since 0.1
 */
public record Change(
        Kind kind,
        String module,
        Optional<String> version,
        String source,
        Optional<String> from,
        Optional<String> to,
        String reason,
        List<String> causes) {
    /** Checks the components. */
    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
        causes = List.copyOf(causes);
    }

    /**
     * Makes a change of a module without version for its own sake.
     *
     * @param kind what is done
     * @param module its name, or the name of its file if that cannot be read
     * @param source where it comes from, as it was written
     * @param from the digest of what serves, if something does
     * @param to the digest of what is wanted, if something is and could be read
     * @param reason why, in words; empty if the digests say it
     */
    public Change(Kind kind, String module, String source, Optional<String> from, Optional<String> to, String reason) {
        this(kind, module, Optional.empty(), source, from, to, reason, List.of());
    }

    /**
     * What is done with a module.
     *
     * @since 0.1
     */
    public enum Kind {
        /** It is loaded. */
        LOAD,
        /** Its next generation takes over. */
        RELOAD,
        /** It is unloaded. */
        UNLOAD,
        /** It stays as it is. */
        KEEP,
        /** It cannot be as it is wanted; what serves goes on serving. */
        REFUSE
    }
}
