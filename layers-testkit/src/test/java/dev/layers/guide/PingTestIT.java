package dev.layers.guide;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.layers.testkit.LayersAssertions;
import dev.layers.testkit.ModuleSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The test that {@code docs/getting-started.md} shows is a test that passes. */
class PingTestIT {
    private static final String CHAT = "getting-started/chat/src/";

    @TempDir
    Path directory;

    @Test
    void testOfTheGuide_passesInEachRepetition() throws Exception {
        ModuleSource api = GuideSources.sources("getting-started/bot-api/src/main/java");
        Path apiJar = api.toJar(directory.resolve("bot-api.jar"));
        Path module = GuideSources.sources(CHAT + "main/java").dependsOn(api).toDirectory(directory.resolve("classes"));
        Path tests = ModuleSource.plain()
                .type(GuideSources.text(CHAT + "test/java/acme/chat/PingTest.java")
                        .replace("target/classes", module.toString().replace('\\', '/')))
                .dependsOn(apiJar)
                .dependsOn(GuideSources.core())
                .dependsOn(LayersAssertions.class, Test.class)
                .toDirectory(directory.resolve("tests"));

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {apiJar.toUri().toURL(), tests.toUri().toURL()},
                getClass().getClassLoader())) {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("acme.chat.PingTest")))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.succeeded(6).failed(0));
        }
    }
}
