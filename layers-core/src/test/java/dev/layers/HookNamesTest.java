package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.module.ModuleLifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookNamesTest {
    private static final class First implements ModuleLifecycle {}

    private static final class Second implements ModuleLifecycle {}

    @Test
    void names_areThoseOfTheClassesWithNumbersWhereTheyRepeat() {
        String first = First.class.getName();

        assertThat(HookNames.of(List.of(new First(), new Second(), new First(), new First())))
                .containsExactly(first, Second.class.getName(), first + " 2", first + " 3");
    }
}
