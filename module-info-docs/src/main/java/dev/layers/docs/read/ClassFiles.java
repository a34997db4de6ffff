package dev.layers.docs.read;

import dev.layers.docs.Reasons;
import dev.layers.docs.model.DocumentedType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The class files of a module, read one by one and never together. */
final class ClassFiles implements AutoCloseable {
    private static final int LARGEST_MIB = 16;
    private static final int ALL_MIB = 1024;
    private static final int MIB = 1 << 20;
    private static final String REST = "; build it again or leave it out";

    private final java.lang.module.ModuleReader reader;
    private final Set<String> packages;
    private final boolean trusted;
    private final Troubles troubles;
    private final BoundedBytes bytes = new BoundedBytes(LARGEST_MIB * MIB);
    private final int allMib;
    private long room;
    private byte[] buffer = new byte[0];

    private ClassFiles(Found found, int allMib, Troubles troubles) throws IOException {
        this.reader = found.reference().open();
        this.packages = found.descriptor().packages();
        this.trusted = found.isOfImage();
        this.allMib = allMib;
        this.room = (long) allMib * MIB;
        this.troubles = troubles;
    }

    static ClassFiles of(Found found, Troubles troubles) throws IOException {
        return of(found, ALL_MIB, troubles);
    }

    static ClassFiles of(Found found, int allMib, Troubles troubles) throws IOException {
        return new ClassFiles(found, allMib, troubles);
    }

    /** Returns the binary names of the types that lie in packages of the module, as the reference finds them. */
    NavigableSet<String> names() throws IOException {
        try (Stream<String> resources = reader.list()) {
            NavigableSet<String> names = new TreeSet<>();
            resources
                    .filter(Names::isClass)
                    .map(Names::ofResource)
                    .filter(name -> packages.contains(DocumentedType.packageOf(name)))
                    .forEach(names::add);
            return Collections.unmodifiableNavigableSet(names);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Shows the class file of a type to a consumer, which must not keep it, if it can be read. */
    void read(String name, Consumer<ClassFile> consumer) {
        String resource = Names.resource(name);
        try {
            if (trusted) {
                Optional<ByteBuffer> content = reader.read(resource);
                content.ifPresent(bytesOfClass -> parse(name, () -> ofImage(bytesOfClass), consumer));
            } else {
                bytes(resource).ifPresent(content -> parse(name, () -> ClassFile.of(content), consumer));
            }
        } catch (IOException | SecurityException failure) {
            troubles.add(resource, "not read (" + Reasons.of(failure) + ")" + REST);
        }
    }

    private ClassFile ofImage(ByteBuffer content) {
        int length = content.remaining();
        if (length > buffer.length) {
            buffer = new byte[2 * length];
        }
        content.get(buffer, 0, length);
        reader.release(content);
        return ClassFile.trusted(buffer, length);
    }

    private Optional<byte[]> bytes(String resource) throws IOException {
        if (room <= 0) {
            troubles.add(resource, "left out, the classes before it are " + allMib + " MiB or more" + REST);
            return Optional.empty();
        }
        Optional<InputStream> opened = reader.open(resource);
        if (opened.isEmpty()) {
            troubles.add(resource, "listed, but not there" + REST);
            return Optional.empty();
        }
        try (InputStream stream = opened.get()) {
            return bounded(resource, stream);
        }
    }

    private Optional<byte[]> bounded(String resource, InputStream stream) throws IOException {
        Optional<byte[]> content = bytes.read(stream);
        room -= content.map(array -> array.length).orElse(LARGEST_MIB * MIB);
        if (content.isEmpty()) {
            troubles.add(resource, "left out, larger than " + LARGEST_MIB + " MiB" + REST);
        }
        return content;
    }

    private void parse(String name, Supplier<ClassFile> parser, Consumer<ClassFile> consumer) {
        try {
            ClassFile file = parser.get();
            String declared = Names.binary(file.getClassName());
            if (declared.equals(name)) {
                consumer.accept(file);
            } else {
                troubles.add(Names.resource(name), "left out, it declares type '" + declared + "'" + REST);
            }
        } catch (RuntimeException failure) { // how the parser says that a file is malformed is not settled
            troubles.add(Names.resource(name), "left out, " + Reasons.ofParser(failure) + REST);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
