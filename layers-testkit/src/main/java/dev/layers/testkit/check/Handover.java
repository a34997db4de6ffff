package dev.layers.testkit.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the command came to in the JVM that ran the plug-in, for the one that was started.
 *
 * @param code the exit code
 * @param out what belongs on standard output
 * @param error what belongs on standard error
 */
record Handover(int code, String out, String error) {
    /** Writes it; the file is there with all of it or not at all. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream output = new DataOutputStream(Files.newOutputStream(part))) {
            output.writeInt(code);
            write(output, out);
            write(output, error);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static Handover read(Path file) throws IOException {
        try (DataInputStream input = new DataInputStream(Files.newInputStream(file))) {
            return new Handover(input.readInt(), text(input), text(input));
        }
    }

    private static String text(DataInputStream input) throws IOException {
        return new String(input.readNBytes(input.readInt()), StandardCharsets.UTF_8);
    }
}
