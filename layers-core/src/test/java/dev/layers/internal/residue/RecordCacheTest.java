package dev.layers.internal.residue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecordCacheTest {
    @Test
    void flush_succeedsAgainAndAgain() {
        RecordCache cache = new RecordCache();

        cache.used();
        assertThat(cache.flush()).isEmpty();
        cache.used();
        assertThat(cache.flush()).isEmpty();
    }

    @Test
    void flushes_atOnce_allSucceed() throws ExecutionException, InterruptedException {
        RecordCache cache = new RecordCache();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Optional<String>>> flushes = new ArrayList<>();

        for (int flush = 0; flush < 100; flush++) {
            cache.used();
            flushes.add(pool.submit(cache::flush));
        }
        pool.shutdown();

        for (Future<Optional<String>> flush : flushes) {
            assertThat(flush.get()).isEmpty();
        }
    }
}
