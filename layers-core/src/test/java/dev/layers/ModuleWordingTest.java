package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleWordingTest {
    @Test
    void refusalForOneGeneration_isSingular() {
        assertThat(ModuleWording.tooManyGenerations(Path.of("chat.jar"), generations(1), 1))
                .hasMessage(
                        "Module 'chat' from chat.jar: 1 unloaded generation was not collected: 'chat#1'; fewer than 1"
                                + " may be left when another one is loaded; let go of what holds them, or raise the limit of"
                                + " the generation policy");
    }

    @Test
    void warning_namesTenAndCountsTheOthers() {
        assertThat(ModuleWording.manyGenerations(Path.of("chat.jar"), generations(12), 10))
                .isEqualTo(
                        "Module 'chat' from chat.jar: 12 unloaded generations were not collected: 'chat#1', 'chat#2',"
                                + " 'chat#3', 'chat#4', 'chat#5', 'chat#6', 'chat#7', 'chat#8', 'chat#9', 'chat#10' and 2 more,"
                                + " and another one is being loaded; fewer than 10 are expected; let go of what holds them,"
                                + " before memory for classes runs out");
    }

    private static List<GenerationName> generations(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GenerationName("chat", number))
                .toList();
    }
}
