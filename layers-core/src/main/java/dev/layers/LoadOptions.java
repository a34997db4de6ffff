package dev.layers;

import dev.layers.internal.resolution.VersionRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one module is loaded, and at every reload again.
 *
 * @param weaving whether its classes are rewritten while they are loaded
 * @param reloading how it is reloaded; empty if as its manager does
 * @param offer what it is there for
 * @param requiring the versions of modules that it requires, by their names: {@code 1.2} for that or a higher one, or an
 *     interval such as {@code [1.2,2)}
 * @since 0.1
 */
public record LoadOptions(
        Weaving weaving, Optional<ReloadPolicy> reloading, Offer offer, Map<String, String> requiring) {
    private static final LoadOptions STANDARD =
            new LoadOptions(Weaving.WOVEN, Optional.empty(), Offer.SERVICES, Map.of());

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if versions are no range
     */
    public LoadOptions {
        Objects.requireNonNull(weaving, "weaving");
        Objects.requireNonNull(reloading, "reloading");
        Objects.requireNonNull(offer, "offer");
        requiring = Map.copyOf(requiring);
        requiring.values().forEach(VersionRange::of);
    }

    /**
     * Returns the default: {@link Weaving#WOVEN}, reloaded as the manager does, {@link Offer#SERVICES}, any versions.
     *
     * @return the default options
     */
    public static LoadOptions standard() {
        return STANDARD;
    }

    /**
     * Returns these options with another kind of weaving.
     *
     * @param kind whether classes are rewritten
     * @return the changed options
     */
    public LoadOptions weaving(Weaving kind) {
        return new LoadOptions(kind, reloading, offer, requiring);
    }

    /**
     * Returns these options with another way to be reloaded.
     *
     * @param policy how the module is reloaded
     * @return the changed options
     */
    public LoadOptions reloading(ReloadPolicy policy) {
        return new LoadOptions(weaving, Optional.of(policy), offer, requiring);
    }

    /**
     * Returns these options with another offer.
     *
     * @param purpose what the module is there for
     * @return the changed options
     */
    public LoadOptions offering(Offer purpose) {
        return new LoadOptions(weaving, reloading, purpose, requiring);
    }

    /**
     * Returns these options with the versions of one more module that it requires.
     *
     * @param module the name of a module that it requires
     * @param versions {@code 1.2} for that or a higher one, or an interval such as {@code [1.2,2)}
     * @return the changed options
     * @throws IllegalArgumentException if {@code versions} are no range
     */
    public LoadOptions requiring(String module, String versions) {
        Map<String, String> all = new TreeMap<>(requiring);
        all.put(module, versions);
        return new LoadOptions(weaving, reloading, offer, all);
    }
}
