package dev.layers.internal.heap;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads a dump in a JVM of its own, and tells on its standard output what it found; needs {@code java.base} alone. */
final class ChildMain implements AnalysisListener {
    static final int PROGRESS = 1;
    static final int FOUND = 2;
    static final int FAILED = 3;

    private final DataOutputStream out;

    private ChildMain(DataOutputStream out) {
        this.out = out;
    }

    /** Takes the dump, how many paths are told, and the numbers. */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        List<Long> numbers = Arrays.stream(arguments).skip(2).map(Long::valueOf).toList();
        Question question = new Question(Path.of(arguments[0]), numbers, Integer.parseInt(arguments[1]));
        try {
            Map<Long, Holding> found = HeapAnalysis.here(question, Budget.ofThisJvm(9), new ChildMain(out));
            out.write(FOUND);
            Wire.write(found, out);
        } catch (HeapDumpException failure) {
            out.write(FAILED);
            Wire.write(failure.kind().name(), out);
            Wire.write(String.valueOf(failure.getMessage()), out);
        }
        out.flush();
    }

    @Override
    public void progress(String stage, int percent) {
        try {
            out.write(PROGRESS);
            Wire.write(stage, out);
            out.writeInt(percent);
            out.flush();
        } catch (IOException nobodyReads) {
            throw new UncheckedIOException(nobodyReads);
        }
    }

    @Override
    public boolean isWaiting() {
        return true;
    }
}
