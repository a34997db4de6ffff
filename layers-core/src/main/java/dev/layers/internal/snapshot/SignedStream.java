package dev.layers.internal.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A jar once more, as a stream that {@link java.util.jar.JarInputStream} can verify: the manifest first, the files of
 * signatures next. The JDK verifies files or such streams, and a snapshot is neither.
 */
final class SignedStream extends InputStream {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int VERSION = 10;
    private static final int UTF_8_NAMES = 1 << 11;

    private final Iterator<byte[]> pieces;
    private InputStream piece = InputStream.nullInputStream();

    /** Streams the stored entries of {@code contents}; one at a time is in memory. */
    SignedStream(Contents contents) {
        pieces = contents.names().stream()
                .sorted(Comparator.comparingInt(SignedStream::rank))
                .flatMap(name -> entry(name, contents))
                .iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        int step = piece.read(target, start, length);
        while (step < 0 && pieces.hasNext()) {
            piece = new ByteArrayInputStream(pieces.next());
            step = piece.read(target, start, length);
        }
        return step;
    }

    private static int rank(String name) {
        if (name.equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            return 0;
        }
        return JarSigners.isSignatureFile(name) ? 1 : 2;
    }

    private static Stream<byte[]> entry(String name, Contents contents) {
        try {
            byte[] bytes = contents.read(name);
            return bytes == null ? Stream.empty() : Stream.of(header(name, bytes), bytes);
        } catch (DamagedEntry damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static byte[] header(String name, byte[] bytes) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return ByteBuffer.allocate(LOCAL_SIZE + encoded.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(LOCAL_HEADER)
                .putShort((short) VERSION)
                .putShort((short) UTF_8_NAMES)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) sum.getValue())
                .putInt(bytes.length)
                .putInt(bytes.length)
                .putShort((short) encoded.length)
                .putShort((short) 0)
                .put(encoded)
                .array();
    }
}
