package dev.layers.benchmarks.systems;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import org.jboss.modules.DependencySpec;
import org.jboss.modules.Module;
import org.jboss.modules.ModuleDependencySpecBuilder;
import org.jboss.modules.ModuleFinder;
import org.jboss.modules.ModuleLoadException;
import org.jboss.modules.ModuleLoader;
import org.jboss.modules.ModuleSpec;
import org.jboss.modules.ResourceLoaderSpec;
import org.jboss.modules.ResourceLoaders;

/** JBoss Modules, with a finder of the host that builds each specification and closes each jar. */
final class JBossModules implements PluginSystem {
    private final Map<String, PluginJar> jars = new HashMap<>();
    private final Map<String, JarFile> open = new HashMap<>();
    private final Unloading loader = new Unloading(new Finder());

    /** Only a loader itself may unload. */
    private static final class Unloading extends ModuleLoader {
        Unloading(ModuleFinder finder) {
            super(finder);
        }

        void unload(String name) {
            if (!unloadModuleLocal(name, findLoadedModuleLocal(name))) {
                throw new IllegalStateException("JBoss Modules did not unload '" + name + "'");
            }
        }
    }

    @Override
    public List<Plugin> load(List<PluginJar> added) throws ModuleLoadException {
        for (PluginJar jar : added) {
            jars.put(jar.name(), jar);
        }
        List<Plugin> plugins = new ArrayList<>();
        for (PluginJar jar : added) {
            Module module = loader.loadModule(jar.name());
            if (jar.shape().isStarted()) {
                module.loadService(Runnable.class).findFirst().orElseThrow().run();
            }
            plugins.add(new Found(jar.name(), operator(module)));
        }
        return plugins;
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(Module module) {
        return module.loadService(UnaryOperator.class).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : open.values()) {
            jar.close();
        }
    }

    /** Finds what is to be loaded. */
    private final class Finder implements ModuleFinder {
        @Override
        public ModuleSpec findModule(String name, ModuleLoader delegate) throws ModuleLoadException {
            PluginJar jar = jars.get(name);
            if (jar == null) {
                return null;
            }
            ModuleSpec.Builder specification = ModuleSpec.build(name)
                    .addResourceRoot(ResourceLoaderSpec.createResourceLoaderSpec(
                            ResourceLoaders.createJarResourceLoader(opened(jar))))
                    .addDependency(DependencySpec.OWN_DEPENDENCY);
            for (String required : jar.shape().requires()) {
                specification.addDependency(
                        new ModuleDependencySpecBuilder().setName(required).build());
            }
            return specification.create();
        }

        private JarFile opened(PluginJar jar) throws ModuleLoadException {
            try {
                JarFile opened = new JarFile(jar.file().toFile());
                open.put(jar.name(), opened);
                return opened;
            } catch (IOException failure) {
                throw new ModuleLoadException(failure);
            }
        }
    }

    /** One that the finder found. */
    private final class Found extends HeldPlugin {
        private final String name;

        Found(String name, UnaryOperator<String> operator) {
            super(operator);
            this.name = name;
        }

        @Override
        void release() throws IOException {
            loader.unload(name);
            jars.remove(name);
            open.remove(name).close();
        }
    }
}
