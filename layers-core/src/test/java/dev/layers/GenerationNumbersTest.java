package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenerationNumbersTest {
    private final GenerationNumbers numbers = new GenerationNumbers();

    @Test
    void generations_areCountedByModule() {
        assertThat(numbers.next("chat")).hasToString("chat#1");
        assertThat(numbers.next("pdf")).hasToString("pdf#1");
        assertThat(numbers.next("chat")).hasToString("chat#2");
    }

    @Test
    void numbers_areUniqueAmongThreads() {
        int count = 20_000;

        long different = IntStream.range(0, count)
                .parallel()
                .mapToObj(each -> numbers.next("chat"))
                .distinct()
                .count();

        assertThat(different).isEqualTo(count);
        assertThat(numbers.next("chat").number()).isEqualTo(count + 1);
    }
}
