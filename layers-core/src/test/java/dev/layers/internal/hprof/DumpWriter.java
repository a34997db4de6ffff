package dev.layers.internal.hprof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes small dumps as a JVM would, and broken ones as none would. */
public final class DumpWriter {
    private final int idSize;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final DataOutputStream records = new DataOutputStream(file);
    private final ByteArrayOutputStream segment = new ByteArrayOutputStream();
    private final DataOutputStream heap = new DataOutputStream(segment);
    private final Map<String, Long> names = new HashMap<>();
    private int serial;

    /** Starts a dump. */
    public DumpWriter(int idSize) {
        this.idSize = idSize;
        write(() -> {
            records.write("JAVA PROFILE 1.0.2\0".getBytes(StandardCharsets.US_ASCII));
            records.writeInt(idSize);
            records.writeLong(0);
        });
    }

    /** What may fail, though nothing here does. */
    private interface Writing {
        void run() throws IOException;
    }

    /** What a class has: fields of references, of longs, and statics. */
    public record Shape(long superclass, long loader, List<String> references, List<String> longs) {}

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void id(DataOutputStream out, long id) throws IOException {
        if (idSize == Long.BYTES) {
            out.writeLong(id);
        } else {
            out.writeInt((int) id);
        }
    }

    /** Writes a record that is none of a segment. */
    public DumpWriter record(int tag, byte[] body) {
        write(() -> {
            records.write(tag);
            records.writeInt(0);
            records.writeInt(body.length);
            records.write(body);
        });
        return this;
    }

    private byte[] body(Part writing) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(() -> writing.to(new DataOutputStream(body)));
        return body.toByteArray();
    }

    /** Writes a part of a record. */
    private interface Part {
        void to(DataOutputStream out) throws IOException;
    }

    /** Returns the id of a name, which is written when it is new. */
    public long name(String text) {
        Long known = names.get(text);
        if (known != null) {
            return known;
        }
        long id = 0x7000_0000L + names.size() * 8L;
        names.put(text, id);
        record(0x01, body(out -> {
            id(out, id);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }));
        return id;
    }

    /** Writes that a class is there; returns its serial number. */
    public int load(long id, String name) {
        long text = name(name.replace('.', '/'));
        int number = ++serial;
        record(0x02, body(out -> {
            out.writeInt(number);
            id(out, id);
            out.writeInt(0);
            id(out, text);
        }));
        return number;
    }

    /** Writes a frame. */
    public DumpWriter frame(long id, String method, int type, int line) {
        long name = name(method);
        return record(0x04, body(out -> {
            id(out, id);
            id(out, name);
            id(out, 0);
            id(out, name("Host.java"));
            out.writeInt(type);
            out.writeInt(line);
        }));
    }

    /** Writes a stack. */
    public DumpWriter stack(int number, long... frames) {
        return record(0x05, body(out -> {
            out.writeInt(number);
            out.writeInt(1);
            out.writeInt(frames.length);
            for (long frame : frames) {
                id(out, frame);
            }
        }));
    }

    /** Writes a class into the segment; it was loaded before. */
    public DumpWriter type(long id, Shape shape, Map<String, Long> statics) {
        statics.keySet().forEach(this::name);
        shape.references().forEach(this::name);
        shape.longs().forEach(this::name);
        write(() -> {
            heap.write(0x20);
            id(heap, id);
            heap.writeInt(0);
            id(heap, shape.superclass());
            id(heap, shape.loader());
            for (int i = 0; i < 4; i++) {
                id(heap, 0);
            }
            heap.writeInt(0);
            heap.writeShort(0);
            heap.writeShort(statics.size() + 1);
            writeStatics(statics);
            heap.writeShort(shape.references().size() + shape.longs().size());
            for (String field : shape.references()) {
                id(heap, name(field));
                heap.write(ValueType.OBJECT);
            }
            for (String field : shape.longs()) {
                id(heap, name(field));
                heap.write(ValueType.LONG);
            }
        });
        return this;
    }

    private void writeStatics(Map<String, Long> statics) throws IOException {
        id(heap, name("serialVersionUID"));
        heap.write(ValueType.LONG);
        heap.writeLong(1);
        for (Map.Entry<String, Long> field : statics.entrySet()) {
            id(heap, name(field.getKey()));
            heap.write(ValueType.OBJECT);
            id(heap, field.getValue());
        }
    }

    /** Writes an instance with references, and no numbers. */
    public DumpWriter instance(long id, long type, long... references) {
        return instance(id, type, List.of(), references);
    }

    /** Writes an instance: numbers of its own class come after its references, then those of its super classes. */
    public DumpWriter instance(long id, long type, List<Long> longs, long... references) {
        write(() -> {
            heap.write(0x21);
            id(heap, id);
            heap.writeInt(0);
            id(heap, type);
            heap.writeInt(references.length * idSize + longs.size() * Long.BYTES);
            for (long reference : references) {
                id(heap, reference);
            }
            for (long number : longs) {
                heap.writeLong(number);
            }
        });
        return this;
    }

    /** Writes an instance whose class says that it has this one field of that type; the class comes first. */
    public DumpWriter boxed(long type, int fieldType, long id, byte... value) {
        long field = name("value");
        write(() -> {
            heap.write(0x20);
            id(heap, type);
            heap.writeInt(0);
            for (int i = 0; i < 6; i++) {
                id(heap, 0);
            }
            heap.writeInt(0);
            heap.writeShort(0);
            heap.writeShort(0);
            heap.writeShort(1);
            id(heap, field);
            heap.write(fieldType);
            heap.write(0x21);
            id(heap, id);
            heap.writeInt(0);
            id(heap, type);
            heap.writeInt(value.length);
            heap.write(value);
        });
        return this;
    }

    /** Writes an array of references. */
    public DumpWriter array(long id, long type, long... elements) {
        write(() -> {
            heap.write(0x22);
            id(heap, id);
            heap.writeInt(0);
            heap.writeInt(elements.length);
            id(heap, type);
            for (long element : elements) {
                id(heap, element);
            }
        });
        return this;
    }

    /** Writes an array of bytes. */
    public DumpWriter bytes(long id, byte[] elements) {
        write(() -> {
            heap.write(0x23);
            id(heap, id);
            heap.writeInt(0);
            heap.writeInt(elements.length);
            heap.write(ValueType.BYTE);
            heap.write(elements);
        });
        return this;
    }

    /** Writes a root; further numbers follow the id. */
    public DumpWriter root(int tag, long id, int... numbers) {
        write(() -> {
            heap.write(tag);
            id(heap, id);
            if (tag == RootRecord.JNI_GLOBAL) {
                id(heap, 1);
            }
            for (int number : numbers) {
                heap.writeInt(number);
            }
        });
        return this;
    }

    /** Writes bytes into the segment. */
    public DumpWriter raw(int... bytes) {
        write(() -> {
            for (int value : bytes) {
                heap.write(value);
            }
        });
        return this;
    }

    /** Ends the segment. */
    public DumpWriter segment() {
        record(0x1c, segment.toByteArray());
        segment.reset();
        return this;
    }

    /** Returns what was written, without an end. */
    public byte[] unended() {
        return file.toByteArray();
    }

    /** Ends the segment and the dump. */
    public byte[] end() {
        return segment().record(0x2c, new byte[0]).unended();
    }
}
