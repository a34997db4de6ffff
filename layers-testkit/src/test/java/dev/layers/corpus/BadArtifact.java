package dev.layers.corpus;

import dev.layers.LayerManagerBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An artifact that has to be refused.
 *
 * @param name what is wrong with it
 * @param recipe how it is made
 * @param messages the errors in their order, {@code {dir}} for the directory, {@code {java}} for the running version of
 *     Java, {@code {sha256}} for the digest of the artifact
 * @param settings the manager that refuses it
 * @param good how one is made that the same manager loads
 */
record BadArtifact(String name, Recipe recipe, List<String> messages, Settings settings, Recipe good) {
    /** Makes an artifact below {@code directory} and returns its path. */
    interface Recipe {
        Path make(CorpusHost host, Path directory) throws Exception;
    }

    /** Makes the manager that is asked; the good artifact is there already. */
    interface Settings {
        LayerManagerBuilder of(CorpusHost host, Path good) throws Exception;
    }

    /** Returns one that an ordinary manager refuses. */
    static BadArtifact of(String name, Recipe recipe, String... messages) {
        return new BadArtifact(
                name,
                recipe,
                List.of(messages),
                (host, good) -> host.manager(),
                (host, directory) -> CorpusHost.goodChat(directory));
    }

    /** Makes the jars of a directory. */
    interface Parts {
        void make(CorpusHost host, Path jars) throws Exception;
    }

    /** Returns a directory of jars that an ordinary manager refuses. */
    static BadArtifact jars(String name, Parts parts, String... messages) {
        return of(
                name,
                (host, directory) -> {
                    Path jars = Files.createDirectory(directory.resolve("chat"));
                    parts.make(host, jars);
                    return jars;
                },
                messages);
    }

    /** Returns this one, refused by another manager. */
    BadArtifact by(Settings other) {
        return new BadArtifact(name, recipe, messages, other, good);
    }

    /** Returns this one, with another one that is loaded afterwards. */
    BadArtifact andThen(Recipe other) {
        return new BadArtifact(name, recipe, messages, settings, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
