package dev.layers.benchmarks.plugins;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jboss.modules.LocalModuleFinder;
import org.jboss.modules.Module;
import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoader;

/** Modules of JBoss Modules, found in a repository. */
final class JBossModules implements PluginSystem {
    private final Map<Path, Repository> repositories = new HashMap<>();

    /** A module loader whose unloading is for subclasses to call. */
    private static final class Repository extends ModuleLoader {
        private final LocalModuleFinder finder;

        Repository(LocalModuleFinder finder) {
            super(new ModuleFinder[] {finder});
            this.finder = finder;
        }

        void unload(Module module) {
            if (!unloadModuleLocal(module.getName(), module)) {
                throw new IllegalStateException("JBoss Modules did not unload '" + module.getName() + "'");
            }
        }
    }

    @Override
    public Plugin load(PluginJar jar) throws Exception {
        Repository repository = repositories.computeIfAbsent(
                jar.repository(), root -> new Repository(new LocalModuleFinder(new File[] {root.toFile()})));
        Module module = repository.loadModule(jar.name());
        return new Operator(
                () -> module.loadService(UnaryOperator.class).iterator().next(), () -> repository.unload(module));
    }

    @Override
    public void close() {
        repositories.values().forEach(repository -> repository.finder.close());
    }
}
