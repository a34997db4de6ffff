package dev.layers.internal.residue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultPlaceTest {
    @ParameterizedTest
    @EnumSource
    void place_takesWhatItHas(DefaultPlace place) {
        Object value = place.value();

        place.change(value);

        assertThat(place.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void place_takesWhatItIsWhereNobodySetsIt(DefaultPlace place) {
        Object value = place.value();

        try {
            place.change(place.otherwise());
        } finally {
            place.change(value);
        }

        assertThat(place.value()).isEqualTo(value);
    }
}
