package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What can be kept of an exception. */
class LayerExceptionTest {
    @Test
    void stackTrace_beginsWhereTheExceptionWasMade() {
        LayerException exception = new ModuleUnloadedException("gone");

        assertThat(exception.getStackTrace()[0].getMethodName()).isEqualTo("stackTrace_beginsWhereTheExceptionWasMade");
    }

    @Test
    void cause_isKept() {
        IllegalStateException cause = new IllegalStateException("odd");

        assertThat(new ModuleStartException("failed", cause))
                .hasMessage("failed")
                .hasCause(cause);
    }
}
