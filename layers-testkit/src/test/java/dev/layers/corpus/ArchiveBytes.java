package dev.layers.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an archive, to be changed where no tool would: offsets are those of PKWARE's APPNOTE. */
final class ArchiveBytes {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private final ByteBuffer bytes;

    ArchiveBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns where the record of the directory about {@code name} begins. */
    int central(String name) {
        return record(CENTRAL, 28, 46, name);
    }

    /** Returns where the header before the data of {@code name} begins. */
    int local(String name) {
        return record(LOCAL, 26, 30, name);
    }

    int end() {
        return bytes.capacity() - 22;
    }

    ArchiveBytes twoBytes(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    ArchiveBytes fourBytes(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    int fourBytes(int at) {
        return bytes.getInt(at);
    }

    /** Calls the entry {@code name} in both of its records by another name of the same length. */
    ArchiveBytes rename(String name, String other) {
        int local = local(name);
        return text(central(name) + 46, other).text(local + 30, other);
    }

    ArchiveBytes text(int at, String text) {
        bytes.put(at, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() {
        return bytes.array();
    }

    Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private int record(int signature, int length, int header, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + header + wanted.length <= bytes.capacity(); at++) {
            if (bytes.getInt(at) == signature
                    && bytes.getShort(at + length) == wanted.length
                    && ByteBuffer.wrap(wanted).equals(bytes.slice(at + header, wanted.length))) {
                return at;
            }
        }
        throw new AssertionError("No entry '" + name + "'");
    }
}
