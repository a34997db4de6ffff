package dev.layers.guarantees;

import static dev.layers.testkit.LayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.LayerManager;
import dev.layers.LoadOptions;
import dev.layers.LoadedModule;
import dev.layers.UnloadReport;
import dev.layers.Weaving;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MBeans of two generations that live at once are told apart. */
class BeanIT {
    private static final String PLATFORM = "java.lang.management.ManagementFactory.getPlatformMBeanServer()";
    private static final String TYPES = " public interface RoomMBean { int size(); }"
            + " public static class Room implements RoomMBean { public int size() { return 1; } }";

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

    @ParameterizedTest
    @EnumSource
    @DisplayName("G32 The bean of the next generation stays; one of the JDK, which does not tell whose it is, is named")
    void beansOfNextGeneration_stay(Weaving weaving) throws Exception {
        Path jar = module();

        try (LayerManager manager = host.manager().build()) {
            LoadedModule module = manager.load(LoadOptions.standard().weaving(weaving), jar);
            assertThat(host.command(module).apply("register")).isEqualTo("2");
            UnloadReport first = module.reload();

            assertThat(host.command(module).apply("count")).isEqualTo("2");
            assertThat(first.undone()).isEmpty();
            assertThat(first.findings())
                    .containsExactly(
                            "MBean 'acme:type=Standard' was not unregistered: it is of a class of the module by"
                                    + " name, and another generation has one of that name too");
            UnloadReport second = module.unload();

            assertThat(second.undone())
                    .containsExactlyInAnyOrder(
                            "MBean 'acme:type=Room' was unregistered", "MBean 'acme:type=Standard' was unregistered");
            assertThat(second).isClean();
            assertThat(first).isCollected();
        }
    }

    /** Its start takes the beans over, as modules do that may be loaded twice. */
    private Path module() {
        return ModuleSource.module("module chat { requires bot.api; requires dev.layers.core; requires java.management;"
                        + " exports acme; provides bot.Command with acme.Chat;"
                        + " provides dev.layers.module.ModuleLifecycle with acme.Chat; }")
                .type("package acme; import dev.layers.module.*; import javax.management.*;"
                        + " public class Chat implements bot.Command, ModuleLifecycle {"
                        + TYPES
                        + " public void start(ModuleContext context) throws Exception {"
                        + " register(new ObjectName(\"acme:type=Room\"), new Room());"
                        + " register(new ObjectName(\"acme:type=Standard\"),"
                        + " new StandardMBean(new Room(), RoomMBean.class)); }"
                        + " static void register(ObjectName name, Object bean) throws Exception { var server = "
                        + PLATFORM + "; if (server.isRegistered(name)) { server.unregisterMBean(name); }"
                        + " server.registerMBean(bean, name); }"
                        + " public String apply(String text) { try { return \"\" + " + PLATFORM
                        + ".queryNames(new ObjectName(\"acme:*\"), null).size(); } catch (Exception failure) {"
                        + " throw new IllegalStateException(failure); } } }")
                .dependsOn(host.contractJar())
                .dependsOn(CorePath.locations())
                .toJar(directory.resolve("chat.jar"));
    }
}
