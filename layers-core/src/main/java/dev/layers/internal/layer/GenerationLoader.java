package dev.layers.internal.layer;

import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one generation from its snapshot.
 *
 * <p>The protection domain of its classes names no class loader. On JDK 17 every thread that is created while code of a
 * module is on the stack keeps the domains of that stack for as long as it lives; a domain that knew this loader would
 * let a pool thread of the host pin the generation.
 */
final class GenerationLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final HostSide host;
    private final Map<String, ModuleResources> modulesByPackage;
    private final GenerationResources resources;

    GenerationLoader(String name, HostSide host, GenerationResources resources) {
        super(name, host.fallback());
        this.host = host;
        this.resources = resources;
        this.modulesByPackage = resources.byPackage();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String packageName = packageOf(name);
        ModuleResources module = modulesByPackage.get(packageName);
        if (module == null) {
            return host.loader(packageName).loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(module, name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ModuleResources module = modulesByPackage.get(packageOf(name));
        if (module == null) {
            throw new ClassNotFoundException(name);
        }
        return define(module, name);
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
        ModuleResources module = modulesByPackage.get(packageOf(name));
        if (module == null || !module.name().equals(moduleName)) {
            return null;
        }
        try {
            return loadClass(name, false);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    @Override
    protected @Nullable URL findResource(@Nullable String moduleName, String name) throws IOException {
        return moduleName == null ? null : resources.find(moduleName, name).orElse(null);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return resources.findVisible(name).orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(resources.findAllVisible(name));
    }

    /** Own resources first, as own classes are. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(resources.findAllVisible(name));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    private Class<?> define(ModuleResources module, String name) throws ClassNotFoundException {
        try {
            ByteBuffer bytes = module.read(name.replace('.', '/') + ".class");
            return defineClass(name, bytes, module.domain());
        } catch (IOException absent) {
            throw new ClassNotFoundException(
                    "'" + name + "' in module '" + module.name() + "' of '" + getName() + "': " + absent.getMessage());
        }
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
