package dev.layers.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layers.DeploymentReport;
import dev.layers.DirectoryWatch;
import dev.layers.WatchPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes the changes of a directory, and by whatever name it is called, its modules are the same. */
@Timeout(240)
class SharedDirectoryIT {
    @TempDir
    Path work;

    private WatchHost host;

    @BeforeEach
    void host() throws IOException {
        host = WatchHost.create(work);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @DisplayName("G4 What was loaded of a directory, or by a watch that is closed, is followed by the next watch")
    void nextWatch_goesOn() throws IOException {
        host.put("one", "one 1");
        host.put("two", "two 1");
        host.manager().loadAll(host.plugins());

        DirectoryWatch watch = host.watch(WatchHost.QUICK);
        host.put("one", "one 2");
        host.untilTold("one#2 instead of one#1");
        watch.close();
        host.put("one", "one 3");
        Files.delete(host.jar("two"));
        host.watch(WatchHost.QUICK);

        host.untilTold("two#1 unloaded");
        assertThat(host.ask("one")).isEqualTo("one 3");
        assertThat(host.told).contains("one#3 instead of one#2").noneMatch(text -> text.startsWith("failed"));
    }

    @Test
    @DisplayName("G4 By another name of the directory it is the same deployment, also where a jar cannot be read now")
    void otherName_isTheSameDirectory() throws IOException {
        host.put("one", "one 1");
        host.put("two", "two 1");
        Path link = Files.createSymbolicLink(work.resolve("link"), host.plugins());
        host.manager().loadAll(host.plugins());

        host.put("one", "one 2");
        Files.writeString(host.jar("two"), "half");
        DeploymentReport report = host.manager().loadAll(link);

        assertThat(report.text()).startsWith("~ one ").contains("! refused: two: L004 ");
        assertThat(host.ask("one") + host.ask("two")).isEqualTo("one 2two 1");
    }

    @Test
    @DisplayName("A second watch of one directory is refused until the first is closed")
    void secondWatch_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(work.resolve("link"), host.plugins());
        DirectoryWatch first = host.watch(WatchPolicy.standard());

        assertThatThrownBy(() -> host.manager().watch(link))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Directory '" + host.plugins() + "': it is watched already; use that watch, or close it first");

        first.close();
        DirectoryWatch second = host.manager().watch(link);
        first.close();
        assertThatThrownBy(() -> host.watch(WatchPolicy.standard())).isInstanceOf(IllegalStateException.class);
        second.close();
    }
}
