package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module hands to the host while it starts. */
class StartCallIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("G16 A provider that its start hook hands to the host at a reload is the reference that the host has")
    void providerHandedOutByAStartHook_isTheStableReference() {
        BoundaryHost host = BoundaryHost.create(directory);
        List<Object> given = new CopyOnWriteArrayList<>();
        host.shopkeeper((method, argument) -> given.add(argument));
        Path jar = host.module("chat", "", "shop.put(this);");
        try (LayerManager manager =
                BoundaryHost.manager(host.contract().build()).build()) {
            LoadedModule module = manager.load(jar);
            Object service = host.service(module);
            given.clear();

            assertThat(module.reload()).isClean();
            assertThat(given).singleElement().isSameAs(service);
        }
    }
}
