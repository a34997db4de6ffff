package dev.layers.internal.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways into one generation: its providers, and the code that calls them; empty once released. */
public final class Entries {
    private final EntryTerms terms;
    /** Guarded by this, like all that follows. */
    private final Map<ServiceKey, Object> providers;

    private final Map<ServiceKey, EntryClass> made = new HashMap<>();
    private @Nullable Line user;

    /**
     * Creates the entries of a generation.
     *
     * @param terms what they have in common
     * @param providers what is called
     */
    public Entries(EntryTerms terms, Map<ServiceKey, Object> providers) {
        this.terms = terms;
        this.providers = new LinkedHashMap<>(providers);
    }

    /** Returns the keys of all providers, in the order of the descriptor; empty once released. */
    public synchronized List<ServiceKey> services() {
        return List.copyOf(providers.keySet());
    }

    /** Returns the provider itself. */
    public synchronized Optional<Object> provider(ServiceKey key) {
        return Optional.ofNullable(providers.get(key));
    }

    /** Returns the entry with the methods of {@code shape}, or null if the generation does not provide {@code key}. */
    synchronized @Nullable EntryClass of(ServiceKey key, ReferenceShape shape) {
        Object provider = providers.get(key);
        return provider == null ? null : made.computeIfAbsent(key, absent -> EntryClass.define(terms, shape, provider));
    }

    synchronized void usedBy(Line line) {
        user = line;
    }

    /** Lets go of every provider, also where references still lead here. */
    public void release() {
        Line leading = takeUser();
        if (leading != null) {
            leading.turnOff(this);
        }
    }

    private synchronized @Nullable Line takeUser() {
        providers.clear();
        made.clear();
        Line leading = user;
        user = null;
        return leading;
    }
}
