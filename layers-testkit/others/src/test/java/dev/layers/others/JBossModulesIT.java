package dev.layers.others;

import static dev.layers.testkit.LayersAssertions.assertUnloads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layers.testkit.ModuleSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.jboss.modules.DependencySpec;
import org.jboss.modules.LocalModuleFinder;
import org.jboss.modules.Module;
import org.jboss.modules.ModuleDependencySpecBuilder;
import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoadException;
import org.jboss.modules.ModuleLoader;
import org.jboss.modules.ModuleSpec;
import org.jboss.modules.ResourceLoaderSpec;
import org.jboss.modules.ResourceLoaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unloads of modules of JBoss Modules. */
class JBossModulesIT {
    private static final int RELOADS = 3;
    private static final List<Module> SHOWN = new ArrayList<>();

    // @start region="kept-module-message"
    private static final String MODULE_KEPT = """
            Expected all that the body dropped to be COLLECTED but was:
              RETAINED, outlived {} collections in {} s
                still there: class loader 'chat@1.0' (org.jboss.modules.ModuleClassLoader)
                held by: object of org.jboss.modules.Module keeps its class loader at .moduleClassLoader: static field dev.layers.others.JBossModulesIT.SHOWN keeps org.jboss.modules.Module at [0]
                  to do: remove it there when the module is unloaded
                  from static field dev.layers.others.JBossModulesIT.SHOWN
                    class dev.layers.others.JBossModulesIT .SHOWN
                    java.util.ArrayList .elementData
                    java.lang.Object[] [0]
                    org.jboss.modules.Module .moduleClassLoader
                    org.jboss.modules.ModuleClassLoader 'chat@1.0'""";
    // @end

    @TempDir
    private Path repository;

    private int versions;

    // @start region="loader"
    static final class Plugins extends ModuleLoader {
        Plugins(ModuleFinder... finders) {
            super(finders);
        }

        boolean unload(String name) {
            return unloadModuleLocal(name, findLoadedModuleLocal(name));
        }
    }
    // @end

    private Plugins plugins;

    @BeforeEach
    void writeModule() throws IOException {
        Files.createDirectories(jar().getParent());
        writeDescriptor("version='1.0'");
        writeJar();
        plugins = new Plugins(new LocalModuleFinder(new File[] {repository.toFile()}), new HostPackage());
    }

    @AfterEach
    void forget() {
        SHOWN.clear();
    }

    // @start region="unloaded"
    @Test
    void unloadedModule_isCollected() throws ModuleLoadException {
        assertUnloads(() -> {
            Module module = plugins.loadModule("chat");
            module.loadService(Greeter.class).forEach(greeter -> greeter.greet("Ada"));
            plugins.unload("chat");
            return module.getClassLoader();
        });
    }
    // @end

    @Test
    void service_isCalled() throws ModuleLoadException {
        assertThat(plugins.loadModule("chat")
                        .loadService(Greeter.class)
                        .iterator()
                        .next()
                        .greet("Ada"))
                .isEqualTo("Hello Ada");
    }

    // @start region="kept-module"
    private void keepModule() throws ModuleLoadException {
        assertUnloads(() -> {
            Module module = plugins.loadModule("chat");
            SHOWN.add(module); // a static list of the host
            plugins.unload("chat");
            return module.getClassLoader();
        });
    }
    // @end

    @Test
    void keptModule_holdsItsLoader() {
        String failure = Failure.of(this::keepModule);

        // the loader is also reached through the linkage of the module
        assertThat(failure).startsWith(MODULE_KEPT);
    }

    @Test
    void droppedModule_isHeldUntilItIsUnloaded() {
        String failure =
                Failure.of(() -> assertUnloads(() -> plugins.loadModule("chat").getClassLoader()));

        assertThat(failure).contains("org.jboss.modules.ModuleLoader$FutureModule .module");
    }

    @Test
    void eachVersion_leavesItsJarOpen() throws Exception {
        for (int version = 0; version < RELOADS; version++) {
            reload(plugins);
        }

        assertUnloads(() -> reload(plugins));
        assertThat(OpenFiles.below(repository)).isEqualTo(RELOADS + 1);
    }

    @Test
    void closedFinder_leavesNoJarOpen() throws Exception {
        LocalModuleFinder finder = new LocalModuleFinder(new File[] {repository.toFile()});
        Plugins local = new Plugins(finder, new HostPackage());
        reload(local);
        reload(local);
        assertThat(OpenFiles.below(repository)).isEqualTo(2);

        finder.close();

        assertThat(OpenFiles.below(repository)).isZero();
    }

    @Test
    void moduleWithoutVersion_leavesItsJarOpenWhenTheFinderIsClosed() throws Exception {
        writeDescriptor("");
        LocalModuleFinder finder = new LocalModuleFinder(new File[] {repository.toFile()});
        reload(new Plugins(finder, new HostPackage()));

        finder.close();

        assertThat(OpenFiles.below(repository)).isEqualTo(1);
    }

    @Test
    void finderOfItsOwn_leavesNoJarOpen() throws Exception {
        Plugins own = new Plugins(this::find, new HostPackage());
        for (int version = 0; version < RELOADS; version++) {
            reload(own);
        }

        assertUnloads(() -> reload(own));
        OpenFiles.awaitNoneBelow(repository);
    }

    @Test
    void eachUnload_leavesHeap() throws Exception {
        Plugins own = new Plugins(this::find, new HostPackage());

        assertThat(HeapGrowth.perTime(200, () -> loadAndUnload(plugins))).isBetween(2_000L, 10_000L);
        assertThat(HeapGrowth.perTime(200, () -> loadAndUnload(own))).isZero();
    }

    @Test
    void resourceReadByUrl_leavesTheJarOpen() throws Exception {
        Plugins own = new Plugins(this::find, new HostPackage());

        assertUnloads(() -> {
            Module module = own.loadModule("chat");
            try (InputStream stream =
                    module.getClassLoader().getResource("hello.txt").openStream()) {
                stream.readAllBytes();
            }
            own.unload("chat");
            return module.getClassLoader();
        });

        assertThat(OpenFiles.below(repository)).isEqualTo(1);
    }

    private ClassLoader reload(Plugins modules) throws Exception {
        writeJar();
        return loadAndUnload(modules);
    }

    private static ClassLoader loadAndUnload(Plugins modules) throws ModuleLoadException, ClassNotFoundException {
        ClassLoader loader = modules.loadModule("chat").getClassLoader();
        loader.loadClass("acme.Hello");
        modules.unload("chat");
        return loader;
    }

    private ModuleSpec find(String name, ModuleLoader loader) throws ModuleLoadException {
        if (!name.equals("chat")) {
            return null;
        }
        try {
            return ModuleSpec.build("chat")
                    .addResourceRoot(ResourceLoaderSpec.createResourceLoaderSpec(
                            ResourceLoaders.createJarResourceLoader(new JarFile(jar().toFile()))))
                    .addDependency(DependencySpec.OWN_DEPENDENCY)
                    .addDependency(
                            new ModuleDependencySpecBuilder().setName("host").build())
                    .create();
        } catch (IOException exception) {
            throw new ModuleLoadException(exception);
        }
    }

    private void writeDescriptor(String version) throws IOException {
        Files.writeString(jar().resolveSibling("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="chat" %s>
                  <resources><resource-root path="chat.jar"/></resources>
                  <dependencies><module name="host"/></dependencies>
                </module>
                """.formatted(version));
    }

    private Path jar() {
        return repository.resolve("chat/main/chat.jar");
    }

    /** Writes another version: the same name, other bytes, another time. */
    private void writeJar() throws IOException {
        versions++;
        ModuleSource.plain()
                .type("""
                        package acme;

                        public class Hello implements dev.layers.others.Greeter {
                            @Override
                            public String greet(String name) {
                                return "Hello " + name;
                            }
                        }
                        """)
                .service("dev.layers.others.Greeter", "acme.Hello")
                .resource("hello.txt", "version " + versions)
                .dependsOn(Libraries.of(Greeter.class))
                .toJar(jar());
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(1_000_000_000_000L + versions * 60_000L));
    }
}
