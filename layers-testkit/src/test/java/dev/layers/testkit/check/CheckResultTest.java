package dev.layers.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.retention.Hold;
import org.junit.jupiter.api.Test;

class CheckResultTest {
    @Test
    void collectedWithoutResidue_isClean() {
        assertThat(Results.collected().isClean()).isTrue();
        assertThat(Results.collected().exitCode()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void undoneResidue_isClean() {
        assertThat(Results.collected(Results.UNDONE).isClean()).isTrue();
        assertThat(Results.collected(Results.UNDONE).exitCode()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void residueThatStays_isNotClean() {
        assertThat(Results.collected(Results.UNDONE, Results.LEFT).isClean()).isFalse();
        assertThat(Results.collected(Results.UNDONE, Results.LEFT).exitCode()).isEqualTo(ExitCode.NOT_CLEAN);
    }

    @Test
    void failedCall_isNotClean() {
        assertThat(Results.collected(Results.FAILED_CALL).isClean()).isFalse();
        assertThat(Results.collected(Results.FAILED_CALL).exitCode()).isEqualTo(ExitCode.NOT_CLEAN);
    }

    @Test
    void retained_isNotCleanUnlessSoftly() {
        assertThat(Results.retained(Hold.STRONG).exitCode()).isEqualTo(ExitCode.NOT_CLEAN);
        assertThat(Results.retained(Hold.UNEXAMINED).exitCode()).isEqualTo(ExitCode.NOT_CLEAN);
        assertThat(Results.retained(Hold.SOFT, Results.NOTE).exitCode()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(Results.retained(Hold.SOFT, Results.FAILED_CALL).exitCode()).isEqualTo(ExitCode.NOT_CLEAN);
        assertThat(Results.retained(Hold.SOFT).isClean()).isFalse();
    }

    @Test
    void others_haveCodesOfTheirOwn() {
        assertThat(Results.without(CheckVerdict.UNCONFIRMED, Results.NOTE).exitCode())
                .isEqualTo(ExitCode.UNKNOWN);
        assertThat(Results.without(CheckVerdict.REFUSED).exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(Results.without(CheckVerdict.REFUSED).isClean()).isFalse();
    }
}
