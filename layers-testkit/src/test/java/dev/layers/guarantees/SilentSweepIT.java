package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds no module, or was ended by it, is not told. */
class SilentSweepIT {
    @TempDir
    Path directory;

    private TestHost host;

    @BeforeEach
    void host() throws Exception {
        host = TestHost.create(directory);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(Weaving.values())
                .flatMap(weaving -> Stream.of(
                        Arguments.of(
                                weaving,
                                "bundles and a miss",
                                "text = java.util.ResourceBundle.getBundle(\"acme.Words\").getString(\"hello\")"
                                        + " + java.util.ResourceBundle.getBundle(\"acme.words\").getString(\"hello\");"
                                        + " try { java.util.ResourceBundle.getBundle(\"acme.none\"); }"
                                        + " catch (java.util.MissingResourceException miss) { text += \"!\"; }"),
                        Arguments.of(
                                weaving,
                                "introspector",
                                "text += java.beans.Introspector.getBeanInfo(Chat.class).getPropertyDescriptors().length;"
                                        + " java.beans.PropertyEditorManager.registerEditor(Chat.class, Chat.class);"),
                        Arguments.of(
                                weaving,
                                "provider that was removed",
                                "java.security.Security.addProvider(new Safe());"
                                        + " java.security.Security.removeProvider(\"ACME\");"),
                        Arguments.of(
                                weaving,
                                "MBean that was unregistered",
                                "var server = java.lang.management.ManagementFactory.getPlatformMBeanServer();"
                                        + " var name = new javax.management.ObjectName(\"acme:type=Room\");"
                                        + " server.registerMBean(new Room(), name); server.unregisterMBean(name);"),
                        Arguments.of(
                                weaving,
                                "resource by its URL",
                                "try (var words = Chat.class.getResource(\"words.properties\").openStream()) {"
                                        + " text += words.read(); }")));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    @DisplayName("G33 Bundles, bean properties, and what the module took back itself are not told, and let go")
    void harmless_isNotTold(Weaving weaving, String name, String code) {
        Path jar = ModuleSource.module(
                        "module chat { requires bot.api; requires java.desktop; requires java.management;"
                                + " exports acme; provides bot.Command with acme.Chat; }")
                .type("package acme; public class Chat implements bot.Command { public String apply(String text) {"
                        + " try { " + code
                        + " } catch (Exception failure) { throw new IllegalStateException(failure); }"
                        + " return text; }"
                        + " public static class Safe extends java.security.Provider {"
                        + " public Safe() { super(\"ACME\", \"1\", \"none\"); } }"
                        + " public interface RoomMBean {} public static class Room implements RoomMBean {} }")
                .type("package acme; public class Words extends java.util.ListResourceBundle {"
                        + " protected Object[][] getContents() { return new Object[][] {{\"hello\", \"hi\"}}; } }")
                .resource("acme/words.properties", "hello=hey")
                .dependsOn(host.contractJar())
                .toJar(directory.resolve("chat.jar"));

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            host.command(module).apply("ping");
            UnloadReport report = module.unload();

            assertThat(report.undone()).isEmpty();
            assertThat(report).isClean();
        }
    }
}
