package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.LayerManager;
import dev.layers.ManagerMode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One system property says where modules are, whatever the code says. */
class ManagerModeIT {
    private static final String PROPERTY = "dev.layers.mode";

    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty(PROPERTY);
        host.close();
    }

    @Test
    void withoutProperty_theCodeSaysIt() {
        try (LayerManager layered = LayerManager.builder(host.contract()).build();
                LayerManager linked = LayerManager.linked(host.contract()).build()) {
            assertThat(layered.mode()).isEqualTo(ManagerMode.LAYERED);
            assertThat(linked.mode()).isEqualTo(ManagerMode.LINKED);
        }
    }

    @Test
    void property_saysItForEveryManagerThatIsBuiltThen() {
        System.setProperty(PROPERTY, "linked");
        try (LayerManager linked = LayerManager.builder(host.contract()).build()) {
            System.setProperty(PROPERTY, "layered");
            try (LayerManager layered = LayerManager.linked(host.contract()).build()) {
                assertThat(layered.mode()).isEqualTo(ManagerMode.LAYERED);
                assertThat(linked.mode()).isEqualTo(ManagerMode.LINKED);
            }
        }
    }

    @Test
    void otherValue_isRefusedWhenTheManagerIsBuilt() {
        System.setProperty(PROPERTY, "Linked");

        assertThatThrownBy(() -> LayerManager.builder(host.contract()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "System property 'dev.layers.mode': 'Linked' is no mode; set it to 'layered' or 'linked', or"
                                + " leave it out");
    }
}
