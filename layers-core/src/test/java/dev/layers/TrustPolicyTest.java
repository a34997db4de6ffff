package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {
    private static final String DIGEST = "0123456789ABCDEFabcdef0123456789".repeat(2);

    @Test
    void digests_areTakenInEitherCase() {
        assertThat(((TrustPolicy.Digests) TrustPolicy.digests(DIGEST)).digests())
                .containsExactly("0123456789abcdefabcdef0123456789".repeat(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void whatIsNoDigest_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustPolicy.digests(text))
                .withMessage("Trust policy: '" + text + "'; wanted SHA-256 in 64 hexadecimal digits");
    }

    @Test
    void digestWithMore_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustPolicy.digests(DIGEST + "\n"));
    }
}
