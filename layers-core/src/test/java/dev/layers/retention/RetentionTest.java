package dev.layers.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    @Test
    void mayEnd_whereNothingIsKnownToHoldIt_isTrue() {
        assertThat(Retention.unexamined("no dump").mayEnd()).isTrue();
        assertThat(held(Hold.STRONG).mayEnd()).isTrue();
        assertThat(held(Hold.STRONG, Lasting.ENDS_BY_ITSELF).mayEnd()).isTrue();
    }

    @Test
    void mayEnd_whereOnePathStays_isFalse() {
        assertThat(held(Hold.STRONG, Lasting.STAYS).mayEnd()).isFalse();
        assertThat(held(Hold.STRONG, Lasting.ENDS_BY_ITSELF, Lasting.STAYS).mayEnd())
                .isFalse();
    }

    @Test
    void mayEnd_heldSoftly_isFalse() {
        assertThat(held(Hold.SOFT).mayEnd()).isFalse();
        assertThat(held(Hold.SOFT, Lasting.ENDS_BY_ITSELF).mayEnd()).isFalse();
    }

    private static Retention held(Hold hold, Lasting... lasting) {
        List<RetentionPath> paths = Stream.of(lasting)
                .map(each -> new RetentionPath("thread 'host'", List.of("acme.Chat"), "a cause", "an advice", each))
                .toList();
        return new Retention(hold, paths, List.of());
    }
}
