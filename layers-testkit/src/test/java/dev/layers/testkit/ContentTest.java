package dev.layers.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
    @TempDir
    Path directory;

    @Test
    void resource_outsideTheModuleIsRefused() {
        for (String path : List.of("", "/etc/passwd", "../up.txt", "a/../../up.txt", "a//b", "a/", "a\\b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ModuleSource.plain().resource(path, ""))
                    .withMessage("Resource '" + path + "' is not a relative path within the module");
        }
    }

    @Test
    void resource_addedTwiceIsRefused() {
        ModuleSource source = ModuleSource.plain().resource("a.txt", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.resource("a.txt", "2"))
                .withMessage("Resource 'a.txt' was added before");
    }

    @Test
    void manifest_refusesANameNoManifestCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleSource.plain().manifest("Built By", "me"))
                .withMessage("Manifest attribute 'Built By' is not 1 to 70 letters, digits, '-' and '_'");
    }

    @Test
    void service_joinsTheProvidersOfOneService() {
        Path exploded = ModuleSource.plain()
                .service("bot.Command", "acme.Ping", "acme.Pong")
                .service("bot.Command", "acme.Late")
                .toDirectory(directory.resolve("services"));

        assertThat(exploded.resolve("META-INF/services/bot.Command")).hasContent("acme.Ping\nacme.Pong\nacme.Late\n");
    }
}
