package dev.layers.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LoadedModule;
import dev.layers.testkit.ModuleSource;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What a test of a module looks like. */
// @start region="class"
@LayersTest(provides = IntUnaryOperator.class)
class DoublingIT {
    static final ModuleSource DOUBLING = ModuleSource.module(
                    "module acme.doubling { provides java.util.function.IntUnaryOperator with acme.Doubling; }")
            .type("package acme; public class Doubling implements java.util.function.IntUnaryOperator {"
                    + " public int applyAsInt(int number) { return 2 * number; } }");

    @UnloadsCleanly(repeat = 5)
    void doubling_doubles(@Load("DOUBLING") IntUnaryOperator doubling) {
        assertThat(doubling.applyAsInt(21)).isEqualTo(42);
    }

    @Test
    void reload_keepsTheReference(@Load("DOUBLING") LoadedModule module, @Load("DOUBLING") IntUnaryOperator doubling) {
        module.reload();

        assertThat(doubling.applyAsInt(21)).isEqualTo(42);
    }
}
// @end
