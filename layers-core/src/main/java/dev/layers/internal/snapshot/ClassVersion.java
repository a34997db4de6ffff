package dev.layers.internal.snapshot;

import dev.layers.preflight.Finding;
import dev.layers.preflight.Rule;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The version that a class file states in its first bytes. */
final class ClassVersion {
    /** Java 1 was class file version 45. */
    private static final int OFFSET = 44;

    private static final int MAGIC = 0xCAFEBABE;
    /** The minor version of class files that depend on preview features. */
    private static final int PREVIEW = 0xFFFF;

    private static final int RUNNING = Runtime.version().feature();

    private ClassVersion() {}

    /** Returns why this JVM refuses {@code bytes} for their version. */
    static Optional<Finding> fault(Path artifact, String entry, byte[] bytes) {
        if (!isClass(bytes)) {
            return Optional.empty();
        }
        int needed = unsigned(bytes, 6) - OFFSET;
        if (needed > RUNNING) {
            return Optional.of(tooNew(artifact, entry, needed));
        }
        return unsigned(bytes, 4) == PREVIEW ? preview(artifact, entry, needed) : Optional.empty();
    }

    private static boolean isClass(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt() == MAGIC;
    }

    private static int unsigned(byte[] bytes, int at) {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(at));
    }

    private static Finding tooNew(Path artifact, String entry, int needed) {
        String found = "'" + entry + "' is of class file version " + (needed + OFFSET) + " (Java " + needed + ")";
        return Rule.CLASS_TOO_NEW.at(artifact, found, RUNNING, RUNNING, needed);
    }

    /** Preview features are those of one version; the JVM heeds none unless told so. */
    private static Optional<Finding> preview(Path artifact, String entry, int needed) {
        boolean isRunning = needed == RUNNING;
        if (isRunning && isPreviewEnabled()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Rule.CLASS_TOO_NEW,
                artifact.toString(),
                "'" + entry + "' depends on preview features of Java " + needed,
                isRunning
                        ? "class files without preview features"
                        : "class files without preview features of another Java",
                "compile it without --enable-preview" + (isRunning ? ", or start the host with it" : "")));
    }

    private static boolean isPreviewEnabled() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains("--enable-preview");
    }
}
