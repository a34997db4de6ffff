package dev.layers.internal.hprof;

import java.io.IOException;

/** Reads the records within a segment: roots, classes and objects. */
final class SegmentReader {
    private static final int CLASS = 0x20;
    private static final int INSTANCE = 0x21;
    private static final int OBJECTS = 0x22;
    private static final int PRIMITIVES = 0x23;
    /** No class has as many fields. */
    private static final int LONGEST_INSTANCE = 1 << 24;

    private final DumpInput in;
    private final DumpVisitor visitor;
    private final BlockIndex index;
    private final Body body;
    private long end;
    private long least;
    private long greatest;

    SegmentReader(DumpInput in, DumpVisitor visitor, BlockIndex index) {
        this.in = in;
        this.visitor = visitor;
        this.index = index;
        body = new Body(in);
    }

    /** Reads up to {@code end}, or to the end of the file if that is unknown. */
    void read(long end) throws IOException {
        this.end = end;
        while (in.position() < end && in.has(1)) {
            readBlock();
        }
        if (end != Long.MAX_VALUE && in.position() != end) {
            throw in.position() < end
                    ? DumpFormatException.cutShort(in.position())
                    : DumpFormatException.damaged("a record longer than its segment", end);
        }
    }

    private void readBlock() throws IOException {
        long start = in.position();
        long stop = Math.min(end, start + BlockIndex.LENGTH);
        least = Long.MAX_VALUE;
        greatest = Long.MIN_VALUE;
        while (in.position() < stop && in.has(1)) {
            readRecord(in.u1());
        }
        if (least <= greatest) {
            index.add(start, in.position(), least, greatest);
        }
    }

    private void readRecord(int tag) throws IOException {
        switch (tag) {
            case INSTANCE -> readInstance();
            case OBJECTS -> readObjects();
            case PRIMITIVES -> readPrimitives();
            case CLASS -> visitor.type(new ClassRecord(in));
            default -> readRoot(tag);
        }
    }

    private void readRoot(int tag) throws IOException {
        if (!RootRecord.isRoot(tag)) {
            throw DumpFormatException.damaged(
                    "an unknown record 0x" + Integer.toHexString(tag) + " within a segment", in.position() - 1);
        }
        visitor.root(RootRecord.read(tag, in));
    }

    private void readInstance() throws IOException {
        long id = seen(in.id());
        in.s4();
        long type = in.id();
        int length = in.s4();
        check(length, 1);
        if (length > LONGEST_INSTANCE) {
            throw tooLong(length);
        }
        in.require(length);
        visitor.instance(id, type, body.of(length, length));
        body.leave();
    }

    private void readObjects() throws IOException {
        long id = seen(in.id());
        in.s4();
        int count = in.s4();
        long type = in.id();
        visitor.objects(id, type, body.of(count, check(count, in.idSize())));
        body.leave();
    }

    private void readPrimitives() throws IOException {
        long id = seen(in.id());
        in.s4();
        int count = in.s4();
        int type = in.u1();
        int size = ValueType.checkedSize(type, in);
        visitor.primitives(id, type, body.of(count, check(count, size)));
        body.leave();
    }

    private long seen(long id) {
        least = Math.min(least, id);
        greatest = Math.max(greatest, id);
        return id;
    }

    private long check(int count, int size) throws IOException {
        long bytes = (long) count * size;
        if (count < 0 || bytes > end - in.position()) {
            throw tooLong(count);
        }
        return bytes;
    }

    private DumpFormatException tooLong(int count) {
        return DumpFormatException.damaged(
                "an object of " + Integer.toUnsignedString(count) + " elements or bytes", in.position());
    }
}
