package dev.layers.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.preflight.Finding;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassVersionTest {
    private static final int RUNNING = Runtime.version().feature();
    private static final int PREVIEW = 65535;

    @Test
    void versionUpToTheRunningOne_isNoFault() {
        assertThat(fault(RUNNING + 44, 0)).isEmpty();
        assertThat(fault(45, 3)).isEmpty();
    }

    @Test
    void whatIsNoClassFile_hasNoVersion() {
        assertThat(ClassVersion.fault(Path.of("chat.jar"), "acme/Chat.class", new byte[100]))
                .isEmpty();
        assertThat(ClassVersion.fault(Path.of("chat.jar"), "acme/Chat.class", new byte[7]))
                .isEmpty();
    }

    @Test
    void versionAboveTheRunningOne_isToldInFull() {
        assertThat(fault(99, 0))
                .contains(
                        "L016 chat.jar: 'acme/Chat.class' is of class file version 99 (Java 55); wanted class files up"
                                + " to Java " + RUNNING + "; compile it for Java " + RUNNING
                                + " or run the host on Java 55");
    }

    @Test
    void previewFeaturesOfAnotherVersion_areToldInFull() {
        assertThat(fault(60, PREVIEW))
                .contains("L016 chat.jar: 'acme/Chat.class' depends on preview features of Java 16; wanted class files"
                        + " without preview features of another Java; compile it without --enable-preview");
    }

    @Test
    void previewFeaturesThatTheHostWasStartedWithout_areToldInFull() {
        assertThat(fault(RUNNING + 44, PREVIEW))
                .contains("L016 chat.jar: 'acme/Chat.class' depends on preview features of Java " + RUNNING
                        + "; wanted class files without preview features; compile it without --enable-preview, or start"
                        + " the host with it");
    }

    private static Optional<String> fault(int major, int minor) {
        byte[] classFile = ByteBuffer.allocate(10)
                .putInt(0xCAFEBABE)
                .putShort((short) minor)
                .putShort((short) major)
                .array();
        return ClassVersion.fault(Path.of("chat.jar"), "acme/Chat.class", classFile)
                .map(Finding::text);
    }
}
