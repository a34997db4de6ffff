package dev.layers.internal.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pauses of the reader are where these tests write. */
class DesiredFileTest {
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final String RESTLESS =
            "it is being written; wanted 600000 ms at rest; ask again when it is whole, or"
                    + " replace it by renaming another";

    @TempDir
    Path directory;

    private final AtomicInteger pauses = new AtomicInteger();
    private Path file;

    /** What a test does while the reader waits. */
    @FunctionalInterface
    private interface Meanwhile {
        void write(int pause) throws IOException;
    }

    @BeforeEach
    void name() {
        file = directory.resolve("modules.json");
    }

    @Test
    void file_atRest_isNotWaitedFor() throws Exception {
        write("chat");
        age();

        assertThat(names(pause -> {})).containsExactly("chat");
        assertThat(pauses).hasValue(0);
    }

    @Test
    void file_writtenAMomentAgo_isReadWhenItIsAtRest() throws Exception {
        write("chat");

        assertThat(names(pause -> {})).containsExactly("chat");
        assertThat(pauses).hasValue(10);
    }

    @Test
    void file_thatIsCompletedMeanwhile_isReadWhole() throws Exception {
        Files.writeString(file, "{\"modules\": [{\"na");

        List<String> names = names(pause -> {
            if (pause == 5) {
                write("chat");
            }
        });

        assertThat(names).containsExactly("chat");
        assertThat(pauses).hasValue(15);
    }

    @Test
    void file_thatIsReplacedMeanwhile_isTheNewOne() throws Exception {
        write("chat");

        List<String> names = names(pause -> {
            if (pause == 5) {
                rename("post");
            }
        });

        assertThat(names).containsExactly("post");
    }

    @Test
    void file_thatComesBackMeanwhile_isRead() throws Exception {
        List<String> names = names(pause -> {
            if (pause == 3) {
                write("chat");
            }
        });

        assertThat(names).containsExactly("chat");
    }

    @Test
    void file_thatNeverRests_isRefused() throws Exception {
        write("chat");

        List<String> problems = problems(pause -> write(pause % 2 == 0 ? "chat" : "hat"));

        assertThat(problems).containsExactly(RESTLESS);
        assertThat(pauses).hasValue(20);
    }

    @Test
    void file_thatIsChangedAfterItRested_isRefused() throws Exception {
        write("chat");

        List<String> problems = problems(pause -> {
            if (pause == 20) {
                write("post");
            } else if (pause < 11) {
                write(pause % 2 == 0 ? "chat" : "hat");
            }
        });

        assertThat(problems).containsExactly(RESTLESS);
    }

    @Test
    void file_thatStaysBroken_isReportedAsBroken() throws Exception {
        Files.writeString(file, "{\"modules\": [");

        assertThat(problems(pause -> {}))
                .containsExactly("1:14: the file ends before what it began; wanted the whole of it");
    }

    @Test
    void file_thatIsNotThere_isReported() {
        assertThat(problems(pause -> {})).containsExactly("nothing is there; wanted a file of JSON");
    }

    @Test
    void directory_isNoFile() throws Exception {
        Files.createDirectory(file);

        assertThat(problems(pause -> {})).containsExactly("it is no regular file; wanted a file of JSON");
    }

    @Test
    void bytes_thatAreNoUtf8_areRefused() throws Exception {
        Files.write(file, "{\"modules\": [\"\u00fc\"]}".getBytes(StandardCharsets.ISO_8859_1));
        age();

        assertThat(problems(pause -> {})).containsExactly("not JSON: its bytes are no UTF-8");
    }

    @Test
    void byteOrderMark_isPassedOver() throws Exception {
        Files.writeString(file, "\uFEFF" + text("chat"));
        age();

        assertThat(names(pause -> {})).containsExactly("chat");
    }

    @Test
    void size_beyondAllMeasure_isRefused() throws Exception {
        Files.write(file, new byte[16 * 1024 * 1024 + 1]);

        assertThat(problems(pause -> {})).containsExactly("it has 16777217 bytes; wanted 16777216 at most");
    }

    @Test
    void interrupt_endsTheWaitingAndStands() throws Exception {
        write("chat");

        List<String> problems = problems(pause -> Thread.currentThread().interrupt());

        assertThat(problems).containsExactly(RESTLESS);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pauses).hasValue(1);
    }

    @Test
    void time_inTheFarFuture_saysNothing() throws Exception {
        write("chat");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(QUIET.multipliedBy(3))));

        assertThat(names(pause -> {})).containsExactly("chat");
        assertThat(pauses).hasValue(0);
    }

    private List<String> names(Meanwhile meanwhile) throws Misunderstood {
        return read(meanwhile).modules().stream().map(DesiredModule::name).toList();
    }

    private List<String> problems(Meanwhile meanwhile) {
        return catchThrowableOfType(Misunderstood.class, () -> read(meanwhile)).problems();
    }

    private DesiredState read(Meanwhile meanwhile) throws Misunderstood {
        Vocabulary vocabulary = new Vocabulary(List.of(), List.of(), List.of(), List.of(), range -> range);
        return new DesiredFile(file, QUIET, time -> pause(meanwhile)).read(vocabulary);
    }

    private void pause(Meanwhile meanwhile) {
        try {
            meanwhile.write(pauses.incrementAndGet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(String module) {
        return "{\"modules\": [{\"name\": \"" + module + "\", \"source\": \"" + module + ".jar\"}]}";
    }

    private void write(String module) throws IOException {
        Files.writeString(file, text(module));
    }

    private void rename(String module) throws IOException {
        Path next = Files.writeString(directory.resolve("next"), text(module));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void age() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(QUIET.multipliedBy(2))));
    }
}
