package dev.layers.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at five hundred artifacts costs about as much as walking over their files. */
class ManyArtifactsTest {
    private static final int ROUNDS = 30;

    @TempDir
    Path directory;

    @Test
    void look_costsAFewWalks_andReadsNothing() throws IOException {
        for (int number = 0; number < 450; number++) {
            Files.writeString(directory.resolve(number + ".jar"), "content");
        }
        for (int number = 0; number < 50; number++) {
            Path module = Files.createDirectories(directory.resolve("m" + number + "/acme/deep"));
            Files.writeString(directory.resolve("m" + number + "/module-info.class"), "m");
            Files.writeString(module.resolve("A.class"), "a");
        }
        AtomicLong clock = new AtomicLong();
        Terms terms = new Terms(
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                new Terms.Bounds(1_000, 1_000, 9));
        Sights sights = new FileSights(directory, terms.bounds());
        Vigil vigil = new Vigil(terms, new Vigil.Means(sights, new FakeNotices(), clock::get), new Told());
        vigil.turn(News.none());
        clock.addAndGet(terms.quiet().toNanos());
        vigil.turn(News.none());
        assertThat(vigil.standing().artifacts()).isEqualTo(500);

        long look = Long.MAX_VALUE;
        long walk = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            clock.addAndGet(terms.poll().toNanos());
            long begun = System.nanoTime();
            vigil.turn(News.none());
            long between = System.nanoTime();
            walk();
            look = Math.min(look, between - begun);
            walk = Math.min(walk, System.nanoTime() - between);
        }

        assertThat(vigil.standing().looks()).isEqualTo(ROUNDS + 1);
        assertThat((double) look / walk)
                .as("%s ns to look, %s ns to walk", look, walk)
                .isLessThan(10);
    }

    private void walk() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.count()).isEqualTo(701);
        }
    }
}
