package dev.layers.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM without the modules that are searched where they are present. */
class SmallJvmIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("G32 Without java.sql, java.logging and java.desktop an unload is as clean")
    void unload_withoutOptionalModules_isClean() throws Exception {
        try (TestHost host = TestHost.create(directory)) {
            Path jar = host.chat("System.getProperties().put(\"acme.held\", this); return text;")
                    .toJar(directory.resolve("chat.jar"));

            List<String> lines = new ForkedJvm(directory, host.contractJar())
                    .run(SmallHost.class, List.of("--limit-modules", "java.management,jdk.management"), jar);

            assertThat(lines)
                    .containsExactly(
                            "absent true",
                            "AS_WRITTEN [system property 'acme.held' held an acme.Chat and was removed] [] Collected",
                            "WOVEN [system property 'acme.held' held an acme.Chat and was removed] [] Collected");
        }
    }
}
