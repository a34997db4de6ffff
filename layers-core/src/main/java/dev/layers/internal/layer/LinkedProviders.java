package dev.layers.internal.layer;

import java.util.List;
import java.util.ServiceLoader;

/** Where the providers of one linked module come from. */
interface LinkedProviders {
    /**
     * Returns those of {@code service}, in the order of the descriptor.
     *
     * @throws java.util.ServiceConfigurationError if one is not what the descriptor says
     */
    <S> List<ServiceLoader.Provider<S>> of(Class<S> service);
}
