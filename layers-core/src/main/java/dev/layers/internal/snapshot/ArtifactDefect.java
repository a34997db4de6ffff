package dev.layers.internal.snapshot;

import java.nio.file.Path;

/** Says why no snapshot can be taken of an artifact. */
public final class ArtifactDefect extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong, as far as it decides what to do next. */
    public enum Kind {
        /** Nothing is there. */
        MISSING,
        /** It is of the wrong form and will not get better by waiting. */
        UNREADABLE,
        /** It is cut short or still being written. */
        INCOMPLETE,
        /** It is well formed and holds no module. */
        NO_MODULE
    }

    private ArtifactDefect(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static ArtifactDefect missing(Path artifact) {
        return new ArtifactDefect(
                Kind.MISSING,
                artifact + ": nothing is there; wanted a module jar, a directory of classes or a directory of jars");
    }

    static ArtifactDefect special(Path artifact) {
        return unreadable(
                artifact,
                "neither a regular file nor a directory",
                "name a module jar, a directory of classes or a directory of jars");
    }

    static ArtifactDefect denied(Path artifact, Throwable failure) {
        return unreadable(artifact, "it cannot be read: " + failure, "make it readable for this process");
    }

    static ArtifactDefect notAnArchive(Path artifact) {
        return unreadable(artifact, "not a zip archive", "name a module jar");
    }

    static ArtifactDefect broken(Path artifact, String found) {
        return unreadable(artifact, found, "build or copy it again");
    }

    static ArtifactDefect tooNew(Path artifact, String entry, int major) {
        int needed = major - ClassVersion.OFFSET;
        return unreadable(
                artifact,
                "'" + entry + "' is of class file version " + major + " (Java " + needed + ")",
                "compile it for Java " + Runtime.version().feature() + " or run the host on Java " + needed);
    }

    static ArtifactDefect descriptor(Path artifact, String found) {
        return unreadable(artifact, "its module descriptor is not valid: " + found, "correct it and build again");
    }

    static ArtifactDefect cutShort(Path artifact, long size) {
        return new ArtifactDefect(
                Kind.INCOMPLETE,
                artifact + ": the archive is cut short: " + size
                        + " bytes and no end record; copy it completely, then load it again");
    }

    static ArtifactDefect changing(Path artifact) {
        return new ArtifactDefect(
                Kind.INCOMPLETE, artifact + ": it changed while it was read; let the writing end, then load it again");
    }

    static ArtifactDefect noModule(Path artifact) {
        return new ArtifactDefect(
                Kind.NO_MODULE,
                artifact + ": no module-info.class and no META-INF/services found;"
                        + " add a module descriptor or name the providers in META-INF/services");
    }

    static ArtifactDefect sameName(Path first, Path second, String module) {
        return unreadable(second, "module '" + module + "' is also in " + first, "remove one of the two");
    }

    private static ArtifactDefect unreadable(Path artifact, String found, String advice) {
        return new ArtifactDefect(Kind.UNREADABLE, artifact + ": " + found + "; " + advice);
    }
}
