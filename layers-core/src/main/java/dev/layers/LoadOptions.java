package dev.layers;

import java.util.Objects;

/**
 * How one module is loaded, and at every reload again.
 *
 * @param weaving whether its classes are rewritten while they are loaded
 * @since 0.1
 */
public record LoadOptions(Weaving weaving) {
    private static final LoadOptions STANDARD = new LoadOptions(Weaving.WOVEN);

    /** Checks the components. */
    public LoadOptions {
        Objects.requireNonNull(weaving, "weaving");
    }

    /**
     * Returns the default: {@link Weaving#WOVEN}.
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
        return new LoadOptions(kind);
    }
}
