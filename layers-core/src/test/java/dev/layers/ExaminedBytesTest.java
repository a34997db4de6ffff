package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExaminedBytesTest {
    private final ExaminedBytes examined = new ExaminedBytes();

    @Test
    void digest_isKnownOnceItWasAdded() {
        assertThat(examined.contain("9f86")).isFalse();

        examined.add("9f86");

        assertThat(examined.contain("9f86")).isTrue();
    }

    @Test
    void oldDigests_areForgotten_andThoseUsedAgainAreNot() {
        examined.add("first");
        examined.add("second");
        for (int number = 2; number < ExaminedBytes.KEPT; number++) {
            examined.add(String.valueOf(number));
        }

        examined.add("first");
        examined.add("one more");

        assertThat(examined.contain("first")).isTrue();
        assertThat(examined.contain("second")).isFalse();
    }
}
