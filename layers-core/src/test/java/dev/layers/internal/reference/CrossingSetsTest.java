package dev.layers.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossingSetsTest {
    private final CrossingSets sets = new CrossingSets("chat references", false);

    @Test
    void take_others4GenerationsLaterAreStillCalled_givesNoneOfTheirs() {
        CrossingClasses serving = sets.take();

        for (int failed = 0; failed < 20; failed++) {
            CrossingClasses next = sets.take();
            assertThat(next.loaderName()).isNotEqualTo(serving.loaderName());
            sets.giveBack(next);
        }
    }

    @Test
    void take_allAreTaken_makesMore() {
        Set<String> names = new HashSet<>();

        for (int generation = 0; generation < 10; generation++) {
            names.add(sets.take().loaderName());
        }

        assertThat(names).hasSize(10);
    }

    @Test
    void take_oneIsGivenBackEachTime_takesTurnsWithFour() {
        Set<String> names = new HashSet<>();
        CrossingClasses serving = sets.take();

        for (int reload = 0; reload < 20; reload++) {
            CrossingClasses next = sets.take();
            sets.giveBack(serving);
            names.add(next.loaderName());
            serving = next;
        }

        assertThat(names).hasSize(4);
    }
}
