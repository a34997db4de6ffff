package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.Cardinality;
import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.UnloadReport;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told and kept of services that the contract hands out as they are. */
class DirectServiceIT {
    private static final String NOTE = "direct: own.Talk was handed out as it is; its calls were not waited for";

    @TempDir
    Path directory;

    private OwnContract own;
    private Class<?> talk;
    private Class<?> other;

    @BeforeEach
    void contract() {
        own = OwnContract.of(directory, "public interface Talk {}", "public interface Other {}");
        talk = own.type("Talk");
        other = own.type("Other");
    }

    @Test
    @DisplayName("The report notes a service that was handed out direct, and stays clean")
    void report_notesADirectService() {
        try (LayerManager manager = manager()) {
            LoadedModule module = load(manager, "own.Talk with acme.Chat", "own.Other with acme.Chat");
            UnloadReport reload = module.reload();
            UnloadReport unload = module.unload();

            assertThat(List.of(reload, unload)).extracting(UnloadReport::notes).containsOnly(List.of(NOTE));
            assertThat(unload.text()).endsWith("\n  " + NOTE);
            assertThat(reload).isClean();
            assertThat(unload).isClean();
        }
    }

    @Test
    @DisplayName("The report notes nothing of a direct service that the module does not provide")
    void report_notesNothingElse() {
        try (LayerManager manager = manager()) {
            UnloadReport report = load(manager, "own.Other with acme.Chat").unload();

            assertThat(report.notes()).isEmpty();
            assertThat(report).isClean();
        }
    }

    @Test
    @DisplayName("G16 A list of direct services is empty once the module is unloaded, and keeps nothing of it")
    void list_isEmptyAfterTheUnload() {
        try (LayerManager manager = manager()) {
            LoadedModule module = load(manager, "own.Talk with acme.Chat", "own.Other with acme.Chat");
            List<?> direct = module.services(talk);
            List<?> references = module.services(other);
            int before = direct.size();
            UnloadReport report = module.unload();

            assertThat(before).isEqualTo(1);
            assertThat(direct).isEmpty();
            assertThat(references).hasSize(1);
            assertThat(report).isClean();
            Reference.reachabilityFence(direct);
        }
    }

    private LayerManager manager() {
        return OwnContract.manager(ServiceContract.builder()
                        .provides(talk, Cardinality.OPTIONAL)
                        .provides(other)
                        .direct(talk)
                        .build())
                .build();
    }

    private LoadedModule load(LayerManager manager, String... provides) {
        return manager.load(own.module("chat", provides)
                .type("package acme; public class Chat implements own.Talk, own.Other {}")
                .toJar(directory.resolve("chat.jar")));
    }
}
