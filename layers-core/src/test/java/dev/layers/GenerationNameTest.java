package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class GenerationNameTest {
    @Test
    void name_readsAsModuleAndNumber() {
        assertThat(new GenerationName("chat", 3)).hasToString("chat#3");
    }

    @Test
    void numberBelowOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenerationName("chat", 0))
                .withMessage("Generation of module 'chat': 0; wanted 1 or more");
    }

    @Test
    void missingModule_isRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new GenerationName(null, 1))
                .withMessage("module");
    }
}
