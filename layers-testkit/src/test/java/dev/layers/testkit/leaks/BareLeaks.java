package dev.layers.testkit.leaks;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Runs the catalogue in layers of the JDK's own making, or with plain loaders. */
final class BareLeaks extends LeakRun {
    private final boolean isLayer;
    private final Map<String, Reference<ClassLoader>> loaders = new LinkedHashMap<>();

    private BareLeaks(boolean isLayer) {
        this.isLayer = isLayer;
    }

    public static void main(String[] arguments) throws Exception {
        new BareLeaks(arguments[2].equals("layer")).run(arguments);
    }

    @Override
    void run(String leak, Path jar) throws Exception {
        onCaller(() -> {
            loaders.put(leak, isLayer ? layer(jar) : loader(jar));
            return null;
        });
    }

    private static Reference<ClassLoader> layer(Path jar) {
        ModuleFinder finder = ModuleFinder.of(jar);
        String name = finder.findAll().iterator().next().descriptor().name();
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(name));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        ServiceLoader.load(layer, Runnable.class).stream()
                .filter(provider -> provider.type().getName().equals(name + ".Leak"))
                .forEach(provider -> provider.get().run());
        return dropped(layer.findLoader(name));
    }

    private static Reference<ClassLoader> loader(Path jar) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            ServiceLoader.load(Runnable.class, loader).forEach(Runnable::run);
            return dropped(loader);
        }
    }

    /** Weak references are cleared before a finalizer gets the chance to save what it holds. */
    private static Reference<ClassLoader> dropped(ClassLoader loader) {
        return new PhantomReference<>(loader, new ReferenceQueue<>());
    }

    @Override
    List<String> lines() throws InterruptedException {
        awaitCollections();
        return loaders.entrySet().stream()
                .map(dropped ->
                        dropped.getKey() + "\t" + (dropped.getValue().refersTo(null) ? "COLLECTED" : "RETAINED"))
                .toList();
    }
}
