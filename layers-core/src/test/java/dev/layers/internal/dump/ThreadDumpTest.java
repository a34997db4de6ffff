package dev.layers.internal.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadDumpTest {
    private static final StackTraceElement RUN =
            new StackTraceElement("chat#1", null, null, "acme.Chat", "run", "Chat.java", 30);

    @Test
    void dumpOfJdk25_isRead() throws IOException {
        List<SeenThread> threads = read("""
                {"threadDump": {"processId": "1", "time": "2026-01-01T00:00:00Z", "runtimeVersion": "25", "threadContainers": [
                  {"container": "<root>", "parent": null, "owner": null, "threads": [
                    {"tid": "3", "time": "2026-01-01T00:00:00Z", "name": "main", "state": "RUNNABLE", "stack": []},
                    {"tid": "25", "time": "2026-01-01T00:00:00Z", "virtual": true, "name": "", "state": "WAITING",
                     "parkBlocker": {"object": "java.lang.Object@1", "stack": ["x"]},
                     "stack": ["chat#1\\/\\/acme.Chat.run(Chat.java:30)"],
                     "carrier": "26", "monitorsOwned": [{"depth": 4, "locks": ["java.lang.Class@1", null]}]}
                  ], "threadCount": "2"},
                  {"container": "executor", "parent": "<root>", "owner": null, "threads": [
                    {"tid": "28", "virtual": true, "name": "v", "state": "WAITING", "stack": []}
                  ], "threadCount": "1"}
                ]}}
                """);

        assertThat(threads)
                .containsExactly(
                        new SeenThread(3, "main", null, "RUNNABLE", List.of()),
                        new SeenThread(25, "", true, "WAITING", List.of(RUN)),
                        new SeenThread(28, "v", true, "WAITING", List.of()));
    }

    @Test
    void dumpOfJdk21_isRead() throws IOException {
        List<SeenThread> threads = read("""
                {"threadDump": {"processId": "1", "threadContainers": [
                  {"container": "<root>", "parent": null, "owner": null, "threads": [
                    {"tid": "1", "name": "main", "stack": []},
                    {"tid": "21", "name": "", "stack": ["chat#1\\/\\/acme.Chat.run(Chat.java:30)"]}
                  ], "threadCount": "2"}
                ]}}
                """);

        assertThat(threads)
                .containsExactly(
                        new SeenThread(1, "main", null, "", List.of()), new SeenThread(21, "", null, "", List.of(RUN)));
    }

    @Test
    void containersInContainersAndPlainNumbers_areRead() throws IOException {
        List<SeenThread> threads = read("""
                {"threadDump": {"threadContainers": [
                  {"threadContainers": [{"threads": [{"tid": 7, "virtual": false, "stack": []}]}], "threads": []}
                ]}}
                """);

        assertThat(threads).containsExactly(new SeenThread(7, "", false, "", List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                        | no threads in it
            {"threads": [1]}                                          | a thread is no object
            {"threads": [{"tid": "1"}]}                               | a thread without number or stack
            {"threads": [{"stack": []}]}                              | a thread without number or stack
            {"threads": [{"tid": "one", "stack": []}]}                | For input string: "one"
            {"threads": [{"tid": "1", "stack": "deep"}]}              | a stack is no array
            {"threads": [{"tid": "1", "stack": [{}]}]}                | a frame is no text
            {"threads": [{"tid": "1", "stack": ["deep"]}]}            | 'deep' is no stack frame
            """)
    void dumpOfUnknownForm_isRefused(String dump, String reason) {
        assertThatThrownBy(() -> read(dump))
                .isInstanceOf(IOException.class)
                .hasMessage("unknown form of thread dump: " + reason);
    }

    @Test
    void dumpThatBreaksOff_isRefused() {
        String whole = "{\"threads\": [{\"tid\": \"1\", \"stack\": []}]}";

        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);

            assertThatThrownBy(() -> read(part)).as(part).isInstanceOf(IOException.class);
        }
    }

    private static List<SeenThread> read(String dump) throws IOException {
        List<SeenThread> threads = new ArrayList<>();
        ThreadDump.read(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), threads::add);
        return threads;
    }
}
