package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unloads of modules in layers that the host makes itself. */
class ModuleLayerIT {
    private static final List<ServiceLoader<?>> SERVICES = new ArrayList<>();

    // @start region="kept-services-message"
    private static final String SERVICES_KEPT = """
            Expected all that the body dropped to be COLLECTED but was:
              RETAINED, outlived {} collections in {} s
                still there: layer with [chat]
                held by: static field dev.layers.others.ModuleLayerIT.SERVICES keeps java.util.ServiceLoader at [0]
                  to do: drop the service loader after use, or make a new one for each look-up
                  from static field dev.layers.others.ModuleLayerIT.SERVICES
                    class dev.layers.others.ModuleLayerIT .SERVICES
                    java.util.ArrayList .elementData
                    java.lang.Object[] [0]
                    java.util.ServiceLoader .layer
                    java.lang.ModuleLayer""";
    // @end

    @TempDir
    private Path plugins;

    @BeforeEach
    void writeModule() {
        ModuleSource.module("module chat { provides java.util.function.Supplier with acme.Hello; }")
                .type("""
                        package acme;

                        public class Hello implements java.util.function.Supplier<String> {
                            @Override
                            public String get() {
                                return "Hello";
                            }
                        }
                        """)
                .resource("hello.txt", "Hello")
                .toJar(plugins.resolve("chat.jar"));
    }

    @AfterEach
    void forget() {
        SERVICES.clear();
    }

    // @start region="unloaded"
    @Test
    void droppedLayer_isCollected() {
        assertUnloads(() -> {
            ModuleLayer layer = layer();
            ServiceLoader.load(layer, Supplier.class).forEach(supplier -> supplier.get());
            return layer;
        });
    }

    private ModuleLayer layer() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(plugins), ModuleFinder.of(), Set.of("chat"));
        return boot.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }
    // @end

    @Test
    void provider_isCalled() {
        assertThat(ServiceLoader.load(layer(), Supplier.class)
                        .findFirst()
                        .orElseThrow()
                        .get())
                .isEqualTo("Hello");
    }

    @Test
    void ownCopyOfTheContract_givesNoProviders() {
        ModuleSource.module("module chat { provides dev.layers.others.Greeter with acme.Hello; }")
                .type("package dev.layers.others; public interface Greeter { String greet(String name); }")
                .type("package acme; public class Hello implements dev.layers.others.Greeter {"
                        + " public String greet(String name) { return name; } }")
                .toJar(plugins.resolve("chat.jar"));

        ModuleLayer layer = layer();

        assertThat(ServiceLoader.load(layer, Greeter.class)).isEmpty();
        assertThat(layer.findModule("chat").orElseThrow().getDescriptor().provides())
                .as("what the module says")
                .isNotEmpty();
    }

    // @start region="kept-services"
    private void keepServiceLoader() {
        assertUnloads(() -> {
            ModuleLayer layer = layer();
            SERVICES.add(ServiceLoader.load(layer, Supplier.class)); // a static list of the host
            return layer;
        });
    }
    // @end

    @Test
    void keptServiceLoader_holdsTheLayer() {
        String failure = Failure.of(this::keepServiceLoader);

        assertThat(failure).isEqualTo(SERVICES_KEPT);
    }

    @Test
    void droppedLayer_closesItsJarWhenItIsCollected() throws Exception {
        assertUnloads(() -> {
            ModuleLayer layer = layer();
            layer.findLoader("chat").loadClass("acme.Hello");
            assertThat(OpenFiles.below(plugins)).isEqualTo(1);
            return layer;
        });

        OpenFiles.awaitNoneBelow(plugins);
    }

    @Test
    void resourceReadByUrl_leavesTheJarOpen() throws IOException {
        assertUnloads(() -> {
            ModuleLayer layer = layer();
            try (InputStream stream =
                    layer.findLoader("chat").getResource("hello.txt").openStream()) {
                stream.readAllBytes();
            }
            return layer;
        });

        assertThat(OpenFiles.below(plugins)).isEqualTo(1);
    }
}
