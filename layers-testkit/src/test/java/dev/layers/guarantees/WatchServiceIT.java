package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.UnloadReport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watch services that a module forgot are closed at unload: each may have a thread and descriptors. */
class WatchServiceIT {
    private static final String OPENED = "var service = java.nio.file.FileSystems.getDefault().newWatchService();"
            + " System.getProperties().put(\"acme.watch\", service);";

    @TempDir
    Path directory;

    private TestHost host;
    private LeftRunning module;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
        module = new LeftRunning(host, directory);
    }

    @AfterEach
    void close() throws Exception {
        System.getProperties().remove("acme.watch");
        host.close();
    }

    @Test
    @DisplayName("G28 G32 A watch service is closed, and its thread ends")
    void watchService_isClosed() throws Exception {
        int before = LiveThreads.named("FileSystemWatchService").size();

        UnloadReport report = module.unload(OPENED);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("watch service was closed");
        Patience.until(
                "its thread has ended",
                () -> LiveThreads.named("FileSystemWatchService").size() <= before);
    }

    @Test
    @DisplayName("G33 A watch service that the module closed is nothing to tell")
    void watchService_closedByTheModule_isNotTold() throws Exception {
        UnloadReport report = module.unload(OPENED + " service.close();");

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).isEmpty();
    }
}
