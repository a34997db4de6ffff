package dev.layers.internal.boundary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByteStreamsTest {
    private static final int LENGTH = 5;

    private final FakeDirection way = new FakeDirection();
    private final List<String> called = new ArrayList<>();

    @FunctionalInterface
    interface Use<T> {
        Object on(T stream) throws IOException;
    }

    /** Says what is called of it. */
    private final class Source extends ByteArrayInputStream {
        Source() {
            super(new byte[] {1, -2, 3, 4, 5});
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            called.add("read " + offset + " " + length);
            return super.read(bytes, offset, length);
        }

        @Override
        public void close() {
            called.add("close");
        }
    }

    static Stream<Use<InputStream>> readings() {
        return Stream.of(
                InputStream::read,
                stream -> {
                    byte[] bytes = new byte[3];
                    return List.of(stream.read(bytes), bytes[2]);
                },
                stream -> {
                    byte[] bytes = new byte[4];
                    return List.of(stream.read(bytes, 1, 2), bytes[2]);
                },
                stream -> new String(stream.readAllBytes(), ISO_8859_1),
                stream -> new String(stream.readNBytes(2), ISO_8859_1),
                stream -> {
                    byte[] bytes = new byte[9];
                    return List.of(stream.readNBytes(bytes, 1, 8), bytes[5]);
                },
                stream -> List.of(stream.skip(2), stream.read()),
                stream -> {
                    stream.skipNBytes(3);
                    return stream.read();
                },
                InputStream::available,
                stream -> {
                    stream.read();
                    stream.mark(9);
                    stream.read();
                    stream.reset();
                    return stream.read();
                },
                stream -> {
                    ByteArrayOutputStream taken = new ByteArrayOutputStream();
                    return List.of(stream.transferTo(taken), taken.size());
                });
    }

    @ParameterizedTest
    @MethodSource("readings")
    void reading_readsTheSource(Use<InputStream> use) throws IOException {
        Object expected = use.on(new Source());

        assertThat(use.on(pass(new Source()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void readingAfterTheGenerationIsGone_saysSo(Use<InputStream> use) {
        InputStream copy = pass(new Source());

        way.release();

        assertThatThrownBy(() -> use.on(copy)).isInstanceOf(IOException.class).hasMessage("unloaded InputStream");
    }

    @Test
    void bulkReads_stayBulkReads() throws IOException {
        assertThat(pass(new Source()).read(new byte[9], 2, 3)).isEqualTo(3);

        assertThat(called).containsExactly("read 2 3");
    }

    @Test
    void support_isThatOfTheSource() {
        InputStream marking = pass(new Source());
        InputStream plain = pass(failing());

        assertThat(marking.markSupported()).isTrue();
        assertThat(plain.markSupported()).isFalse();
        way.release();
        assertThat(marking.markSupported()).isFalse();
        marking.mark(9);
    }

    @Test
    void receiverOfATransfer_isNotSeenByTheSource() throws IOException {
        InputStream source = new ByteArrayInputStream(new byte[LENGTH]) {
            @Override
            public long transferTo(OutputStream out) {
                throw new AssertionError("seen");
            }
        };

        assertThat(pass(source).transferTo(OutputStream.nullOutputStream())).isEqualTo(LENGTH);
    }

    @Test
    void closingInput_closesTheSourceOnceAndForgets() throws IOException {
        InputStream copy = pass(new Source());
        assertThat(way.left).hasSize(1);

        copy.close();
        copy.close();

        assertThat(called).containsExactly("close");
        assertThat(way.left).isEmpty();
        assertThatThrownBy(copy::read).isInstanceOf(IOException.class).hasMessage("Stream closed");
    }

    @Test
    void closingInputAfterTheGenerationIsGone_doesNothing() throws IOException {
        InputStream copy = pass(new Source());
        way.release();

        copy.close();

        assertThat(called).isEmpty();
    }

    @Test
    void whatReadingThrows_isCopied() {
        InputStream copy = pass(failing());

        assertThatThrownBy(copy::read)
                .isInstanceOf(IOException.class)
                .hasMessage("out call java.io.IOException: broken");
        assertThatThrownBy(copy::close)
                .isInstanceOf(FakeDirection.Crossed.class)
                .hasMessage("out call java.lang.IllegalStateException: broken");
        assertThat(way.left).isEmpty();
    }

    @Test
    void writing_writesToTheSource() throws IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        OutputStream copy = pass(source);

        copy.write(-1);
        copy.write(new byte[] {2, 3});
        copy.write(new byte[] {4, 5, 6, 7}, 1, 2);

        assertThat(source.toByteArray()).containsExactly(-1, 2, 3, 5, 6);
    }

    @Test
    void bulkWrites_stayBulkWrites() throws IOException {
        OutputStream copy = pass(new OutputStream() {
            @Override
            public void write(int value) {
                called.add("one");
            }

            @Override
            public void write(byte[] bytes) {
                called.add("all");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                called.add("some " + offset + " " + length);
            }
        });

        copy.write(new byte[2]);
        copy.write(new byte[4], 1, 2);

        assertThat(called).containsExactly("all", "some 1 2");
    }

    @Test
    void flushingAndClosing_reachTheSource() throws IOException {
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        OutputStream copy = pass(new BufferedOutputStream(behind) {
            @Override
            public void close() {
                called.add("close");
            }
        });

        copy.write(1);
        assertThat(behind.size()).isZero();
        copy.flush();
        assertThat(behind.size()).isEqualTo(1);
        copy.close();
        copy.close();

        assertThat(called).containsExactly("close");
        assertThat(way.left).isEmpty();
        assertThatThrownBy(() -> copy.write(1)).isInstanceOf(IOException.class).hasMessage("Stream closed");
    }

    static Stream<Use<OutputStream>> writings() {
        return Stream.of(
                stream -> {
                    stream.write(1);
                    return stream;
                },
                stream -> {
                    stream.write(new byte[1]);
                    return stream;
                },
                stream -> {
                    stream.write(new byte[1], 0, 1);
                    return stream;
                },
                stream -> {
                    stream.flush();
                    return stream;
                },
                stream -> {
                    stream.close();
                    return stream;
                });
    }

    @ParameterizedTest
    @MethodSource("writings")
    void writingAfterTheGenerationIsGone_saysSo(Use<OutputStream> use) {
        OutputStream copy = pass(new ByteArrayOutputStream());

        way.release();

        assertThatThrownBy(() -> use.on(copy)).isInstanceOf(IOException.class).hasMessage("unloaded OutputStream");
    }

    @ParameterizedTest
    @MethodSource("writings")
    void whatWritingThrows_isCopied(Use<OutputStream> use) {
        OutputStream copy = pass(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("broken");
            }
        });

        assertThatThrownBy(() -> use.on(copy))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("out call java\\.io\\.IOException: broken");
    }

    @Test
    void streamsThatComeBack_areUnwrapped() {
        InputStream input = new Source();
        OutputStream output = new ByteArrayOutputStream();

        assertThat(pass(InputStream.class, pass(input), way.back())).isSameAs(input);
        assertThat(pass(OutputStream.class, pass(output), way.back())).isSameAs(output);
    }

    @Test
    void streamsThatGoElsewhere_areCopied() throws IOException {
        InputStream elsewhere = (InputStream) pass(InputStream.class, pass(new Source()), new FakeDirection().back());
        OutputStream copy = pass(new ByteArrayOutputStream());

        assertThat(elsewhere).isInstanceOf(CrossingInputStream.class);
        assertThat(elsewhere.readAllBytes()).hasSize(LENGTH);
        assertThat(pass(OutputStream.class, copy, way)).isNotSameAs(copy);
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void close() {
                throw new IllegalStateException("broken");
            }
        };
    }

    private InputStream pass(InputStream source) {
        return (InputStream) pass(InputStream.class, source, way);
    }

    private OutputStream pass(OutputStream source) {
        return (OutputStream) pass(OutputStream.class, source, way);
    }

    private static Object pass(Class<?> raw, Object source, FakeDirection direction) {
        return Containers.of(raw, List.of()).orElseThrow().pass(source, direction);
    }
}
