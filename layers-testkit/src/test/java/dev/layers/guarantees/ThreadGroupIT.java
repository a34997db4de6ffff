package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.layers.UnloadReport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thread groups, which before JDK 19 their parents hold until they are destroyed. */
class ThreadGroupIT {
    private static final String GROUP =
            "class Group extends ThreadGroup { Group() { super(\"acme-group\"); } }" + " new Group();";

    private static final String USED = "class Group extends ThreadGroup { Group() { super(\"acme-group\"); } }"
            + " Thread thread = new Thread(new Group(), () -> {}); thread.start(); thread.join();";

    @TempDir
    Path directory;

    private TestHost host;
    private LeftRunning module;

    @BeforeEach
    void host() throws Exception {
        assumeThat(Runtime.version().feature()).as("groups stay on this JDK").isLessThan(19);
        host = TestHost.create(directory);
        module = new LeftRunning(host, directory);
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    @DisplayName("Control: without Layers, a thread group of its own class keeps a module")
    void bareLayer_ofThreadGroup_isKept() throws Exception {
        assertThat(module.leaks(GROUP)).as("empty").isTrue();
        assertThat(module.leaks(USED)).as("used").isTrue();
    }

    @Test
    @DisplayName("G32 A thread group of a class of the module is destroyed")
    void group_isDestroyed() throws Exception {
        UnloadReport report = module.unload(GROUP);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("thread group 'acme-group' was destroyed");
    }

    @Test
    @DisplayName("G32 A thread group whose threads have ended is destroyed")
    void usedGroup_isDestroyed() throws Exception {
        UnloadReport report = module.unload(USED);

        assertThat(report).isClean();
        assertThat(LeftRunning.undone(report)).containsExactly("thread group 'acme-group' was destroyed");
    }
}
