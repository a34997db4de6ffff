package dev.layers.internal.layer;

import dev.layers.internal.woven.Belongings;
import dev.layers.internal.woven.GuestLoader;
import dev.layers.internal.woven.Mentions;
import dev.layers.internal.woven.WovenLoader;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of one generation from its snapshot.
 *
 * <p>The protection domain of its classes names no class loader. On JDK 17 every thread that is created while code of a
 * module is on the stack keeps the domains of that stack for as long as it lives; a domain that knew this loader would
 * let a pool thread of the host pin the generation.
 */
final class GenerationLoader extends ClassLoader implements WovenLoader, GuestLoader {
    static {
        registerAsParallelCapable();
    }

    private static final String WOVEN = Belongings.class.getPackageName();

    private final HostSide host;
    private final Map<String, ModuleResources> modulesByPackage;
    private final GenerationResources resources;
    private final ClassTransform transform;
    private final Belongings belongings;
    private volatile @Nullable Outside outside;

    /**
     * What was not there when the loader was made.
     *
     * @param controller of the layer of its modules
     * @param packages those of modules that its own read in generations that they stand on
     */
    private record Outside(ModuleLayer.Controller controller, Map<String, Module> packages) {}

    GenerationLoader(String name, HostSide host, GenerationResources resources, ClassTransform transform) {
        super(name, host.fallback());
        this.host = host;
        this.resources = resources;
        this.transform = transform;
        this.belongings = new Belongings(name, transform.isSeeing() ? Mentions.none() : Mentions.everything());
        this.modulesByPackage = resources.byPackage();
    }

    /** Returns whether {@code layer} is that of a generation. */
    static boolean isOf(ModuleLayer layer) {
        return layer.modules().stream().anyMatch(module -> module.getClassLoader() instanceof GenerationLoader);
    }

    /** Takes the layer of its modules, before any class is loaded, and what they are shown of others. */
    void show(ModuleLayer.Controller controller, Set<Module> shown) {
        Set<Module> own = controller.layer().modules();
        for (Module module : shown) {
            ModuleLayer.Controller other = ((GenerationLoader) module.getClassLoader()).controller();
            own.forEach(reader -> Face.grant(other, module, reader));
        }
        outside = new Outside(controller, shown.isEmpty() ? Map.of() : Face.packages(shown, own));
    }

    private ModuleLayer.Controller controller() {
        return Objects.requireNonNull(outside).controller();
    }

    /** Returns the module of another generation that has a package, if it is read there. */
    private @Nullable Module seen(String packageName) {
        Outside known = outside;
        return known == null ? null : known.packages().get(packageName);
    }

    @Override
    public Belongings belongings() {
        return belongings;
    }

    @Override
    public Class<?> takeIn(String name, byte[] classFile) {
        ModuleResources module = modulesByPackage.get(packageOf(name));
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            ProtectionDomain domain = module == null ? new ProtectionDomain(null, null) : module.domain();
            return loaded == null ? defineClass(name, classFile, 0, classFile.length, domain) : loaded;
        }
    }

    @Override
    public Collection<String> landings() {
        Map<String, String> byModule = new HashMap<>();
        modulesByPackage.forEach((name, module) -> byModule.put(module.name(), name));
        return byModule.values();
    }

    /** The JVM notes for every loader which classes were asked of it, also those that others define. */
    @Override
    public boolean hasSeen(String name) {
        return findLoadedClass(name) != null;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // loaders are told apart by identity
    public boolean sharesName(String name) {
        return LoaderNames.ofThisJvm()
                .any(loader -> loader instanceof GenerationLoader other
                        && other != this
                        && !other.resources.isClosed()
                        && other.hasSeen(name));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String packageName = packageOf(name);
        ModuleResources module = modulesByPackage.get(packageName);
        if (module == null) {
            return packageName.equals(WOVEN) ? ours(name) : loadOther(packageName, name);
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

    /** Own resources first, as own classes are, then those of what is stood on. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = resources.findVisible(name).or(() -> findOther(name)).orElse(null);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(resources.findAllVisible(name));
        findOther(name).ifPresent(all::add);
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    private Class<?> define(ModuleResources module, String name) throws ClassNotFoundException {
        try {
            ByteBuffer bytes = module.read(name.replace('.', '/') + ".class");
            return defineClass(name, transform.apply(bytes, belongings.mentions()), module.domain());
        } catch (IOException absent) {
            throw new ClassNotFoundException(
                    "'" + name + "' in module '" + module.name() + "' of '" + getName() + "': " + absent.getMessage());
        }
    }

    /** The host need not see what woven code calls. */
    private static Class<?> ours(String name) throws ClassNotFoundException {
        return Class.forName(name, false, GenerationLoader.class.getClassLoader());
    }

    private Class<?> loadOther(String packageName, String name) throws ClassNotFoundException {
        Module other = seen(packageName);
        ClassLoader loader = other == null ? host.loader(packageName) : other.getClassLoader();
        return loader.loadClass(name);
    }

    /** Finds what one may see of a package that is read in another generation. */
    private Optional<URL> findOther(String name) {
        int slash = name.lastIndexOf('/');
        Module other = slash < 0 ? null : seen(name.substring(0, slash).replace('/', '.'));
        return other == null
                ? Optional.empty()
                : ((GenerationLoader) other.getClassLoader()).resources.findVisible(other.getName(), name);
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
