package dev.layers.corpus;

import java.util.List;

/**
 * An artifact that loads, and of which a check may have something to say.
 *
 * @param name what there is to say
 * @param recipe how it is made; its command answers {@code good} and the text
 * @param messages the findings in their order, {@code {dir}} for the directory
 * @param isLoaded whether it is checked while it is loaded
 */
record NotedArtifact(String name, BadArtifact.Recipe recipe, List<String> messages, boolean isLoaded) {
    static NotedArtifact of(String name, BadArtifact.Recipe recipe, String... messages) {
        return new NotedArtifact(name, recipe, List.of(messages), false);
    }

    /** Returns this one, checked while it is loaded. */
    NotedArtifact whileLoaded() {
        return new NotedArtifact(name, recipe, messages, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
