package dev.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void moduleThatIsDown_saysWhatHappenedAndWhatToDo() {
        GenerationName chat = new GenerationName("chat", 1);
        String why = ModuleWording.down(chat, "no port", "no file");

        assertThat(ModuleWording.unavailable(chat, ModuleState.DOWN, "acme.Chat", why))
                .hasMessage("Module 'chat#1' is down: its reload failed (no port), and 'chat#1' did not start again"
                        + " (no file); 'acme.Chat' takes no calls; reload it when the cause is gone, or unload it");
    }

    @Test
    void moduleInUse_namesWhatStandsOnIt() {
        GenerationName base = new GenerationName("base", 2);

        assertThat(ModuleWording.inUse(base, generations(1)))
                .hasMessage("Module 'base#2': 'chat#1' stands on it; unload that first, or all together with"
                        + " unloadWithDependents()");
        assertThat(ModuleWording.inUse(base, generations(12)))
                .hasMessage("Module 'base#2': 'chat#1', 'chat#2', 'chat#3', 'chat#4', 'chat#5', 'chat#6', 'chat#7',"
                        + " 'chat#8', 'chat#9', 'chat#10' and 2 more stand on it; unload those first, or all together"
                        + " with unloadWithDependents()");
    }

    @Test
    void callThatWaitedTooLong_saysForWhat() {
        assertThat(ModuleWording.overdue(new GenerationName("chat", 1), "acme.Chat", Duration.ofSeconds(30)))
                .hasMessage(
                        "Module 'chat#1': a call of 'acme.Chat' has waited 30 s for the reload under way; call again,"
                                + " or let calls wait longer by the reload policy");
    }

    @Test
    void modulesThatKeepChanging_areNamed() {
        assertThat(ModuleWording.everChanging(List.of("chat", "base")))
                .hasMessage(
                        "Modules 'base', 'chat': what stands on them keeps changing; ask again when others have ended");
    }

    private static List<GenerationName> generations(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GenerationName("chat", number))
                .toList();
    }
}
