package dev.layers.benchmarks.systems;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final Map<String, Plugin> plugins = new LinkedHashMap<>();
    private final List<JarFile> open = new ArrayList<>();
    private final Unloading loader = new Unloading((name, delegate) -> find(name));

    /** Only a loader itself may unload. */
    private static final class Unloading extends ModuleLoader {
        Unloading(ModuleFinder finder) {
            super(finder);
        }

        void unload(String name) {
            if (!unloadModuleLocal(name, findLoadedModuleLocal(name))) {
                throw new IllegalStateException(name + " was not unloaded");
            }
        }
    }

    @Override
    public List<UnaryOperator<String>> load(List<Plugin> added) throws ModuleLoadException {
        for (Plugin plugin : added) {
            plugins.put(plugin.name(), plugin);
        }
        List<UnaryOperator<String>> operators = new ArrayList<>();
        for (Plugin plugin : added) {
            Module module = loader.loadModule(plugin.name());
            if (plugin.shape().isStarted()) {
                module.loadService(Runnable.class).findFirst().orElseThrow().run();
            }
            operators.add(operator(module));
        }
        return operators;
    }

    private ModuleSpec find(String name) throws ModuleLoadException {
        Plugin plugin = plugins.get(name);
        if (plugin == null) {
            return null;
        }
        ModuleSpec.Builder specification = ModuleSpec.build(name)
                .addResourceRoot(ResourceLoaderSpec.createResourceLoaderSpec(
                        ResourceLoaders.createJarResourceLoader(open(plugin))))
                .addDependency(DependencySpec.OWN_DEPENDENCY);
        for (String required : plugin.shape().requires()) {
            specification.addDependency(
                    new ModuleDependencySpecBuilder().setName(required).build());
        }
        return specification.create();
    }

    private JarFile open(Plugin plugin) throws ModuleLoadException {
        try {
            JarFile jar = new JarFile(plugin.jar().toFile());
            open.add(jar);
            return jar;
        } catch (IOException failure) {
            throw new ModuleLoadException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<String> operator(Module module) {
        return module.loadService(UnaryOperator.class).findFirst().orElseThrow();
    }

    @Override
    public void unload() throws IOException {
        plugins.keySet().forEach(loader::unload);
        plugins.clear();
        for (JarFile jar : open) {
            jar.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        unload();
    }
}
