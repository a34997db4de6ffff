package dev.layers.internal.desired;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One module that a file wants.
 *
 * @param name the name that the artifact must turn out to have
 * @param source the artifact
 * @param libraries further private libraries
 * @param sha256 the digest of what is read, in lower-case hexadecimal, if no other will do
 * @param options how it is loaded
 */
public record DesiredModule(
        String name,
        DesiredSource source,
        List<DesiredSource> libraries,
        Optional<String> sha256,
        DesiredOptions options) {
    public DesiredModule {
        libraries = List.copyOf(libraries);
    }

    /** Returns why it cannot be read, if that is known already. */
    public Optional<String> absence() {
        return Stream.concat(Stream.of(source), libraries.stream())
                .flatMap(place -> place.absence().stream())
                .findFirst();
    }
}
