package dev.layers;

import dev.layers.preflight.Origin;
import java.lang.module.ModuleDescriptor;
import java.util.Set;

/** What a module can be loaded from, any number of times: an artifact that was read, or what is linked into the host. */
sealed interface Draft permits ArtifactDraft, LinkedDraft {
    /**
     * Reads {@code source}, or finds what is linked in its place; tells of a refusal.
     *
     * @throws PreflightException if it cannot be read, is not what it should be or is not linked
     */
    static Draft read(Environment environment, Source source) {
        try {
            return examine(environment, source);
        } catch (PreflightException refused) {
            environment.announcer().announceFailure(refused.report().origin(), refused);
            throw refused;
        }
    }

    /** As {@link #read}, and tells nobody but the caller of a refusal. */
    static Draft examine(Environment environment, Source source) {
        return environment
                .linked(source)
                .<Draft>map(LinkedSearch::examine)
                .orElseGet(() -> Preflight.examine(environment, source));
    }

    /** Returns the name of the module that it stands for. */
    default String module() {
        return descriptor().name();
    }

    /** Returns the descriptor of that module. */
    ModuleDescriptor descriptor();

    /** Returns the names of the modules that it needs beside its own and the host's; private libraries may have some. */
    Set<String> needs();

    /** Returns the names of those that it stands on if they are there, and goes without if not. */
    Set<String> options();

    Source source();

    Origin origin();

    /** Returns the same, to be loaded in another way. */
    Draft with(LoadOptions options);

    /**
     * Resolves it against the host and those {@code neighbours} that it requires; tells of a refusal.
     *
     * @throws PreflightException if they do not go together
     */
    Preparation prepare(Neighbours neighbours);

    /** As {@link #prepare(Neighbours)}, but tells nobody but the caller of a refusal. */
    Preparation examine(Neighbours neighbours);

    /** Lets go of the bytes, of which nothing is made any longer. */
    void forget();
}
