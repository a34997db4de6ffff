package dev.layers.corpus;

/** Jars that would be good but for one change. */
final class ChangedJar {
    private ChangedJar() {}

    /** What another jar has than a good one. */
    interface Change {
        Entries of(Entries good) throws Exception;
    }

    static BadArtifact modular(String name, Change change, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) ->
                        change.of(Entries.of(host.chat("return text;"))).writeTo(directory.resolve("chat.jar")),
                messages);
    }

    static BadArtifact plain(String name, Change change, String... messages) {
        return plain(name, "chat.jar", change, messages);
    }

    static BadArtifact plain(String name, String file, Change change, String... messages) {
        return BadArtifact.of(
                name,
                (host, directory) ->
                        change.of(Entries.of(host.plainChat("return text;"))).writeTo(directory.resolve(file)),
                messages);
    }
}
