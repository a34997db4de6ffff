package dev.layers.internal.heap;

import dev.layers.internal.hprof.DumpFormatException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Reads a dump and tells what holds each {@link Sought} in it. */
public final class HeapAnalysis {
    private HeapAnalysis() {}

    /**
     * Reads a dump.
     *
     * @param dump a file in the HPROF format, compressed with gzip or not
     * @param numbers the {@link Sought#number() numbers} of what is sought
     * @param paths how many paths are wanted of each; there may be more in what is returned, to choose from
     * @param listener who waits
     * @return what was found, by number; what is not in the dump is {@link Holding.Kind#COLLECTED}
     * @throws HeapDumpException if the dump cannot be read to the end, or nobody waits any longer
     */
    public static Map<Long, Holding> of(Path dump, Collection<Long> numbers, int paths, AnalysisListener listener)
            throws HeapDumpException {
        Question question = new Question(dump, numbers, paths);
        try {
            // a part is left to those who work meanwhile
            return new HeapReading(question, Budget.ofThisJvm(7), listener).read();
        } catch (NoRoomException | OutOfMemoryError small) {
            return elsewhere(question, listener);
        } catch (IOException failure) {
            throw translated(dump, failure);
        }
    }

    /** Reads a dump in this JVM. */
    static Map<Long, Holding> here(Question question, Budget budget, AnalysisListener listener)
            throws HeapDumpException {
        try {
            return new HeapReading(question, budget, listener).read();
        } catch (IOException failure) {
            throw translated(question.dump(), failure);
        }
    }

    /** Reads a dump in another JVM. */
    static Map<Long, Holding> elsewhere(Question question, AnalysisListener listener) throws HeapDumpException {
        try {
            return new ChildReading(ChildJvm.start(question), listener).await();
        } catch (IOException failure) {
            throw translated(question.dump(), failure);
        }
    }

    private static HeapDumpException translated(Path dump, IOException failure) {
        String found = failure.getMessage();
        HeapDumpException.Kind kind = HeapDumpException.Kind.UNAVAILABLE;
        if (failure instanceof InterruptedIOException) {
            kind = HeapDumpException.Kind.CANCELLED;
            found = "was not read to the end: " + found;
        } else if (failure instanceof NoRoomException) {
            kind = HeapDumpException.Kind.TOO_LARGE;
            found = "does not fit in memory: " + found;
        } else if (failure instanceof DumpFormatException malformed) {
            kind = kind(malformed.flaw());
        } else {
            found = "cannot be read: " + found;
        }
        return new HeapDumpException(kind, "Heap dump '" + dump + "' " + found);
    }

    private static HeapDumpException.Kind kind(DumpFormatException.Flaw flaw) {
        return switch (flaw) {
            case NOT_A_DUMP -> HeapDumpException.Kind.UNKNOWN_FORMAT;
            case CUT_SHORT -> HeapDumpException.Kind.CUT_SHORT;
            case DAMAGED -> HeapDumpException.Kind.DAMAGED;
        };
    }
}
