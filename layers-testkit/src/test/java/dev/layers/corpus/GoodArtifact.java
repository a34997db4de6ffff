package dev.layers.corpus;

/**
 * An artifact that looks odd and is good.
 *
 * @param name what is odd about it
 * @param recipe how it is made
 * @param answer what its {@code bot.Command} says to {@code ping}
 * @param settings the manager that loads it
 */
record GoodArtifact(String name, BadArtifact.Recipe recipe, String answer, BadArtifact.Settings settings) {
    /** Returns one that an ordinary manager loads and that answers {@code good ping}. */
    static GoodArtifact of(String name, BadArtifact.Recipe recipe) {
        return new GoodArtifact(name, recipe, "good ping", (host, artifact) -> host.manager());
    }

    /** Returns this one with another answer. */
    GoodArtifact saying(String other) {
        return new GoodArtifact(name, recipe, other, settings);
    }

    /** Returns this one, loaded by another manager. */
    GoodArtifact by(BadArtifact.Settings other) {
        return new GoodArtifact(name, recipe, answer, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
