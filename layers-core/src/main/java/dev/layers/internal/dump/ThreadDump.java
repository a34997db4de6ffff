package dev.layers.internal.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the threads from a thread dump of the JDK, one after the other; dumps may be large. */
final class ThreadDump {
    private final JsonParser json;
    private final Consumer<SeenThread> reader;

    private ThreadDump(JsonParser json, Consumer<SeenThread> reader) {
        this.json = json;
        this.reader = reader;
    }

    /** Hands every thread in {@code dump} to {@code reader}; containers of threads may be nested anyhow. */
    static void read(InputStream dump, Consumer<SeenThread> reader) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(dump)) {
            new ThreadDump(json, reader).read();
        } catch (IllegalArgumentException unknown) {
            throw new IOException("unknown form of thread dump: " + unknown.getMessage(), unknown);
        }
    }

    private void read() throws IOException {
        boolean found = false;
        while (json.nextToken() != null) {
            boolean threads = json.currentToken() == JsonToken.START_ARRAY && "threads".equals(json.currentName());
            if (threads) {
                readThreads();
            }
            found |= threads;
        }
        require(found, "no threads in it");
    }

    private void readThreads() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "a thread is no object");
            readThread();
        }
    }

    private void readThread() throws IOException {
        Draft draft = new Draft();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "tid" -> draft.id = Long.parseLong(json.getText());
                case "name" -> draft.name = json.getText();
                case "virtual" -> draft.virtual = Boolean.valueOf(json.getText());
                case "state" -> draft.state = json.getText();
                case "stack" -> draft.stack = stack();
                default -> json.skipChildren();
            }
        }
        require(draft.id != null && draft.stack != null, "a thread without number or stack");
        reader.accept(draft.thread());
    }

    private List<StackTraceElement> stack() throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "a stack is no array");
        List<StackTraceElement> stack = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_STRING, "a frame is no text");
            stack.add(FrameText.read(json.getText()));
        }
        return stack;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A thread whose fields come one by one. */
    private static final class Draft {
        private @Nullable Long id;
        private String name = "";
        private @Nullable Boolean virtual;
        private String state = "";
        private @Nullable List<StackTraceElement> stack;

        SeenThread thread() {
            return new SeenThread(Objects.requireNonNull(id), name, virtual, state, Objects.requireNonNull(stack));
        }
    }
}
