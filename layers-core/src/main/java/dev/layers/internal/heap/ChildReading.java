package dev.layers.internal.heap;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for another JVM that reads a dump, and ends it when nobody waits for that. */
final class ChildReading {
    private static final int MOST_ERRORS = 1 << 12;
    private static final int PAUSE_MILLIS = 20;

    private final Process process;
    private final AnalysisListener listener;
    private final DataInputStream out;
    private final InputStream errors;
    private final ByteArrayOutputStream complaint = new ByteArrayOutputStream();
    private @Nullable Map<Long, Holding> found;

    ChildReading(Process process, AnalysisListener listener) {
        this.process = process;
        this.listener = listener;
        out = new DataInputStream(process.getInputStream());
        errors = process.getErrorStream();
    }

    /** Waits for what was found. */
    Map<Long, Holding> await() throws IOException, HeapDumpException {
        try {
            while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                readWhatIsThere();
                if (!listener.isWaiting()) {
                    throw new InterruptedIOException("nobody waits for it any longer");
                }
            }
            readWhatIsThere();
            return result();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits for it any longer");
        } finally {
            process.destroyForcibly();
        }
    }

    private Map<Long, Holding> result() throws NoRoomException {
        if (found == null) {
            String said = complaint.toString(StandardCharsets.UTF_8).strip();
            throw new NoRoomException("the JVM started to read it ended with " + process.exitValue()
                    + (said.isEmpty() ? "" : ": " + said));
        }
        return found;
    }

    private void readWhatIsThere() throws IOException, HeapDumpException {
        while (out.available() > 0) {
            readMessage();
        }
        while (errors.available() > 0) {
            byte[] read = errors.readNBytes(errors.available());
            complaint.write(read, 0, Math.max(0, Math.min(read.length, MOST_ERRORS - complaint.size())));
        }
    }

    private void readMessage() throws IOException, HeapDumpException {
        try {
            int message = out.read();
            switch (message) {
                case ChildMain.PROGRESS -> {
                    String stage = Wire.text(out);
                    listener.progress(stage, out.readInt());
                }
                case ChildMain.FOUND -> found = Wire.holdings(out);
                case ChildMain.FAILED -> {
                    HeapDumpException.Kind kind = HeapDumpException.Kind.valueOf(Wire.text(out));
                    throw new HeapDumpException(kind, Wire.text(out));
                }
                default -> throw new IOException("could not be read: the JVM started for that said " + message);
            }
        } catch (EOFException died) {
            // how it ended is told by the process
            return;
        }
    }
}
