package dev.layers.guarantees;

import dev.layers.ArtifactPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.ManagerMode;
import dev.layers.ServiceContract;
import dev.layers.module.ModuleLifecycle;
import dev.layers.testkit.ModuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A host of either mode, with the same modules: in a directory, from which it loads them, and where they are linked also on
 * its own path.
 *
 * @param mode where the modules of its managers are
 * @param host what it shares with them
 * @param modules the directory
 */
record ModeHost(ManagerMode mode, TestHost host, Path modules) implements AutoCloseable {
    /** A mode, and how the host has its contract. */
    record Setting(ManagerMode mode, TestHost.Kind kind) {
        /** Without a module of the core nothing on the module path can require it. */
        static Stream<Setting> all() {
            Stream<Setting> everywhere = Stream.of(
                    new Setting(ManagerMode.LAYERED, TestHost.Kind.MODULE_PATH),
                    new Setting(ManagerMode.LINKED, TestHost.Kind.CLASS_PATH));
            return ModuleLifecycle.class.getModule().isNamed()
                    ? Stream.concat(everywhere, Stream.of(new Setting(ManagerMode.LINKED, TestHost.Kind.MODULE_PATH)))
                    : everywhere;
        }

        /** Returns a host with modules by the names of their files, compiled against the contract that it gets. */
        ModeHost host(Path directory, Function<TestHost, Map<String, ModuleSource>> sources) throws Exception {
            Path modules = Files.createDirectories(directory.resolve("modules"));
            TestHost host = TestHost.create(kind, directory);
            List<Path> jars = new ArrayList<>();
            new TreeMap<>(sources.apply(host))
                    .forEach((name, source) -> jars.add(source.toJar(modules.resolve(name + ".jar"))));
            if (mode == ManagerMode.LAYERED) {
                return new ModeHost(mode, host, modules);
            }
            host.close();
            return new ModeHost(mode, TestHost.linking(kind, host.contractJar(), jars.toArray(Path[]::new)), modules);
        }

        /** Returns a host with one module called {@code chat}. */
        ModeHost chat(Path directory, Function<TestHost, ModuleSource> source) throws Exception {
            return host(directory, host -> Map.of("chat", source.apply(host)));
        }
    }

    LayerManagerBuilder manager() {
        return manager(host.contract());
    }

    LayerManagerBuilder manager(ServiceContract contract) {
        LayerManagerBuilder builder =
                mode == ManagerMode.LINKED ? LayerManager.linked(contract) : LayerManager.builder(contract);
        return builder.reading(ArtifactPolicy.standard().quietFor(Duration.ZERO));
    }

    Path jar(String name) {
        return modules.resolve(name + ".jar");
    }

    @Override
    public void close() throws IOException {
        host.openLatches();
        host.close();
    }
}
