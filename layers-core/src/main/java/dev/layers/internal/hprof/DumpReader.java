package dev.layers.internal.hprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads a dump from its file, from the start, as often as it is asked to. */
public final class DumpReader {
    private static final int TEXT = 0x01;
    private static final int LOADED = 0x02;
    private static final int FRAME = 0x04;
    private static final int STACK = 0x05;
    private static final int HEAP = 0x0c;
    private static final int SEGMENT = 0x1c;
    private static final int END = 0x2c;
    private static final String MAGIC = "JAVA PROFILE 1.0";
    private static final int HEADER = MAGIC.length() + 3;
    private static final int LONGEST_NAME = 1 << 18;
    private static final int LONGEST_STACK = 1 << 20;

    private final Path path;
    private final ReadListener listener;

    /** Creates a reader. */
    public DumpReader(Path path, ReadListener listener) {
        this.path = path;
        this.listener = listener;
    }

    /** Shows all records to {@code visitor}, and returns where the objects are. */
    public BlockIndex read(DumpVisitor visitor) throws IOException {
        try (DumpInput in = new DumpInput(path, listener)) {
            readHeader(in);
            visitor.idsOf(in.idSize());
            BlockIndex index = new BlockIndex();
            boolean isOpen = readRecords(in, visitor, new SegmentReader(in, visitor, index));
            if (isOpen) {
                throw DumpFormatException.withoutEnd(in.position());
            }
            return index;
        }
    }

    /** Shows at least those objects to {@code visitor} that have one of the ids, which are in ascending order. */
    public void read(BlockIndex index, long[] ids, DumpVisitor visitor) throws IOException {
        try (DumpInput in = new DumpInput(path, listener)) {
            readHeader(in);
            SegmentReader segment = new SegmentReader(in, visitor, new BlockIndex());
            for (int block = 0; block < index.count(); block++) {
                if (index.mayHold(block, ids)) {
                    in.skip(index.start(block) - in.position());
                    segment.read(index.end(block));
                }
            }
        }
    }

    private static void readHeader(DumpInput in) throws IOException {
        if (!in.has(HEADER)) {
            throw in.has(1) ? DumpFormatException.cutShort(0) : DumpFormatException.notADump("nothing");
        }
        String start = new String(in.ahead(HEADER), StandardCharsets.ISO_8859_1);
        if (!start.startsWith(MAGIC) || start.charAt(HEADER - 1) != 0) {
            throw DumpFormatException.notADump("'" + readable(start) + "'");
        }
        in.skip(HEADER);
        int size = in.s4();
        if (size != Integer.BYTES && size != Long.BYTES) {
            throw DumpFormatException.idSize(size);
        }
        in.useIdsOf(size);
        in.skip(Long.BYTES);
    }

    private static String readable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Returns whether the end is missing, which is known where there are segments. */
    private static boolean readRecords(DumpInput in, DumpVisitor visitor, SegmentReader segments) throws IOException {
        boolean isOpen = true;
        while (in.has(1)) {
            int tag = in.u1();
            in.s4();
            long length = in.u4();
            isOpen = tag == SEGMENT || (isOpen && tag != END && tag != HEAP);
            if (tag == SEGMENT || (tag == HEAP && length > 0)) {
                segments.read(in.position() + length);
            } else if (tag == HEAP) {
                // longer than a length can say
                segments.read(Long.MAX_VALUE);
            } else {
                long end = in.position() + length;
                readRecord(in, visitor, tag, length);
                in.skip(end - in.position());
            }
        }
        return isOpen;
    }

    private static void readRecord(DumpInput in, DumpVisitor visitor, int tag, long length) throws IOException {
        switch (tag) {
            case TEXT -> readText(in, visitor, length);
            case LOADED -> {
                check(in, length, 2 * Integer.BYTES + 2 * in.idSize());
                int serial = in.s4();
                long id = in.id();
                in.s4();
                visitor.loaded(serial, id, in.id());
            }
            case FRAME -> {
                check(in, length, 2 * Integer.BYTES + 4 * in.idSize());
                long id = in.id();
                long method = in.id();
                in.id();
                visitor.frame(new FrameRecord(id, method, in.id(), in.s4(), in.s4()));
            }
            case STACK -> readStack(in, visitor, length);
            default -> {}
        }
    }

    private static void readText(DumpInput in, DumpVisitor visitor, long length) throws IOException {
        check(in, length, in.idSize());
        long bytes = length - in.idSize();
        if (bytes <= LONGEST_NAME) {
            visitor.text(in.id(), in.ahead((int) bytes));
        }
    }

    private static void readStack(DumpInput in, DumpVisitor visitor, long length) throws IOException {
        check(in, length, 3 * Integer.BYTES);
        int serial = in.s4();
        in.s4();
        int count = in.s4();
        check(in, length, 3L * Integer.BYTES + (count & 0xffffffffL) * in.idSize());
        if (count < 0 || count > LONGEST_STACK) {
            throw DumpFormatException.damaged(
                    "a stack of " + Integer.toUnsignedString(count) + " frames", in.position());
        }
        long[] frames = new long[count];
        for (int i = 0; i < count; i++) {
            frames[i] = in.id();
        }
        visitor.stack(serial, frames);
    }

    private static void check(DumpInput in, long length, long least) throws IOException {
        if (length < least) {
            throw DumpFormatException.damaged("a record of " + length + " bytes, which is too short,", in.position());
        }
    }
}
