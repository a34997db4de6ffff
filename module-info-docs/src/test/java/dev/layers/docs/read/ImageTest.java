package dev.layers.docs.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.docs.model.DocumentedModule;
import dev.layers.docs.model.ModuleSet;
import dev.layers.docs.read.Inputs.Image;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The modules of the running JDK, which differ, but not in these. */
class ImageTest {
    private static final int FEW = 60;

    private static ModuleSet set = new ModuleSet(List.of(), List.of(), List.of());
    private static Map<String, DocumentedModule> modules = Map.of();

    @BeforeAll
    static void read() throws Exception {
        set = ModuleReader.read(new Inputs(List.of(), Image.DOCUMENTED));
        modules = set.modules().stream().collect(Collectors.toMap(DocumentedModule::name, Function.identity()));
    }

    @Test
    void modules_areReadWithoutTrouble() {
        assertThat(set.troubles()).isEmpty();
        assertThat(set.known()).isEmpty();
        assertThat(modules).hasSizeGreaterThan(FEW).containsKeys("java.base", "java.sql", "jdk.jfr");
        assertThat(set.modules()).isSortedAccordingTo((one, other) -> one.name().compareTo(other.name()));
    }

    @Test
    void types_areReadWithTheirMethods() {
        assertThat(Reading.type(module("java.sql"), "java.sql.Driver").methods())
                .extracting(method -> method.name())
                .contains("connect", "acceptsURL");
    }

    @Test
    void members_areNotCountedAsThoseOfOtherModules() {
        assertThat(set.modules())
                .allSatisfy(module -> assertThat(module.content().membersUsed()).isEmpty());
    }

    @Test
    void packagesUsed_andTypesExposed_areThoseOfOtherModules() {
        assertThat(module("java.sql").content().packagesUsed()).contains("java.util.logging");
        assertThat(module("java.sql").content().typesExposed())
                .containsEntry("java.util.logging.Logger", "java.sql.Driver.getParentLogger");
    }

    private static DocumentedModule module(String name) {
        return modules.getOrDefault(name, set.modules().get(0));
    }
}
