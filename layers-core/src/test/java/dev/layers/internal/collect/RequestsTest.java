package dev.layers.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {
    @Test
    void requests_growMoreInsistentWhenTheyComeToNothing() {
        List<Requests> ways =
                Stream.of(0, 2, 3, 5, 6, 1000).map(Requests::after).toList();

        assertThat(ways)
                .containsExactly(
                        Requests.SYSTEM_GC,
                        Requests.SYSTEM_GC,
                        Requests.GC_RUN,
                        Requests.GC_RUN,
                        Requests.CLASS_HISTOGRAM,
                        Requests.CLASS_HISTOGRAM);
    }
}
