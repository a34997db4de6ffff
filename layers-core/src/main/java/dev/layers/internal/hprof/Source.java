package dev.layers.internal.hprof;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a dump: those of its file, or what is compressed there. */
final class Source implements Closeable {
    private static final int GZIP = 0x1f8b;

    private final CountedFile file;
    private final InputStream in;
    private final boolean isCompressed;

    Source(Path path) throws IOException {
        file = new CountedFile(path);
        try {
            isCompressed = file.firstTwoBytes() == GZIP;
            in = isCompressed ? new GZIPInputStream(file, 1 << 16) : file;
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            throw translated(unreadable);
        }
    }

    /** Reads what there is, at most {@code length} bytes; returns -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (EOFException | ZipException damaged) {
            throw translated(damaged);
        }
    }

    /** Skips bytes without reading them; returns how many, which are none where every byte has to be read. */
    long skip(long wanted) throws IOException {
        return isCompressed ? 0 : file.skip(Math.min(wanted, file.size - file.position));
    }

    int percent() {
        return file.size == 0 ? 100 : (int) Math.min(100, file.position * 100 / file.size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private IOException translated(Exception failure) {
        if (failure instanceof EOFException) {
            return DumpFormatException.cutShort(file.position);
        }
        if (failure instanceof ZipException) {
            return DumpFormatException.damaged("compressed bytes that are no gzip", file.position);
        }
        return failure instanceof IOException known ? known : new IOException(failure);
    }

    /** A file that knows how far it was read. */
    private static final class CountedFile extends FilterInputStream {
        private final long size;
        private long position;

        CountedFile(Path path) throws IOException {
            super(new FileInputStream(path.toFile()));
            size = path.toFile().length();
        }

        int firstTwoBytes() throws IOException {
            FileInputStream file = (FileInputStream) in;
            int bytes = in.read() << 8 | in.read();
            file.getChannel().position(0);
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            position += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(count);
            position += skipped;
            return skipped;
        }
    }
}
