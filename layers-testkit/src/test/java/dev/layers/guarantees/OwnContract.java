package dev.layers.guarantees;

import dev.layers.ArtifactPolicy;
import dev.layers.CollectionPolicy;
import dev.layers.LayerManager;
import dev.layers.LayerManagerBuilder;
import dev.layers.ServiceContract;
import dev.layers.testkit.CorePath;
import dev.layers.testkit.ModuleSource;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** Module {@code own.api} in a layer of the host, with the types that one test wants. */
record OwnContract(Path jar, ClassLoader loader) {
    /** Returns a contract with the given types of package {@code own}, each as text without package. */
    static OwnContract of(Path directory, String... types) {
        ModuleSource source = ModuleSource.module("module own.api { exports own; }");
        for (String type : types) {
            source = source.type("package own; " + type);
        }
        Path jar = source.toJar(directory.resolve("own-api.jar"));
        ModuleLayer boot = ModuleLayer.boot();
        var configuration = boot.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of("own.api"));
        return new OwnContract(
                jar,
                boot.defineModulesWithOneLoader(configuration, OwnContract.class.getClassLoader())
                        .findLoader("own.api"));
    }

    /** Returns the type of that simple name. */
    Class<?> type(String name) {
        try {
            return loader.loadClass("own." + name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    /** Returns what is in a static field. */
    Object constant(String type, String field) throws ReflectiveOperationException {
        return type(type).getField(field).get(null);
    }

    /** Returns a modular source that requires contract and core, with one provider of package {@code acme} for each clause. */
    ModuleSource module(String name, String... provides) {
        String clauses =
                Stream.of(provides).map(clause -> " provides " + clause + ";").reduce("", String::concat);
        return ModuleSource.module("module " + name + " { requires own.api; requires dev.layers.core;" + clauses + " }")
                .dependsOn(jar)
                .dependsOn(CorePath.locations());
    }

    /** Returns a builder of a manager that requests collections, and calls an artifact broken that was just written. */
    static LayerManagerBuilder manager(ServiceContract contract) {
        return LayerManager.builder(contract)
                .reading(ArtifactPolicy.standard().quietFor(Duration.ZERO))
                .collecting(CollectionPolicy.request(Duration.ofSeconds(10)));
    }
}
