package dev.layers.guide;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadedModule;
import dev.layers.ServiceContract;
import dev.layers.testkit.ModuleSource;
import dev.layers.testkit.junit.LayersTest;
import dev.layers.testkit.junit.Load;
import org.junit.jupiter.api.Test;

/** The module in the README does what its comments say. */
@LayersTest
class ReadmeModuleIT {
    static final ModuleSource HEARTBEAT = GuideSources.module("readme");

    static ServiceContract contract() {
        return ServiceContract.builder().build();
    }

    @Test
    void heartbeat_isStoppedClosedAndSaved(LayerManager manager, @Load("HEARTBEAT") LoadedModule heartbeat) {
        assertThat(heartbeat.unload()).isClean();

        assertThat(System.clearProperty("heartbeat.saved")).isEqualTo("true");
        assertThat(manager.modules()).isEmpty();
    }
}
