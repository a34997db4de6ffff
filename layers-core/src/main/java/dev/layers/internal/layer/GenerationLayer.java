package dev.layers.internal.layer;

import dev.layers.internal.woven.Belongings;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layer of one generation, and the only strong path to it; empty once released. */
public final class GenerationLayer implements ModuleCode {
    private final String module;
    private final GenerationResources resources;
    private volatile @Nullable ModuleLayer layer;

    private GenerationLayer(String module, GenerationResources resources, ModuleLayer layer) {
        this.module = module;
        this.resources = resources;
        this.layer = layer;
    }

    /**
     * What is to be defined.
     *
     * @param module the name of the module the generation stands for
     * @param generation the number of the generation; the loader is named {@code module#generation},
     *     as long as no other manager of this JVM has a live one of that name
     * @param configuration the modules, resolved with those of the host, and of what is stood on, as parents
     * @param readsAll the names of those that read whatever does not conflict with the modules of this layer
     * @param transform what becomes of class files before they are defined
     */
    public record Plan(
            String module,
            int generation,
            Configuration configuration,
            Set<String> readsAll,
            ClassTransform transform) {}

    /** Defines modules in a layer of their own, with one loader. */
    public static GenerationLayer define(Plan plan, HostSide host) throws IOException {
        GenerationResources resources = new GenerationResources(plan.module(), plan.generation(), plan.configuration());
        GenerationLoader loader = LoaderNames.ofThisJvm()
                .claim(
                        plan.module() + "#" + plan.generation(),
                        name -> new GenerationLoader(name, host, resources, plan.transform()));
        ModuleLayer.Controller controller =
                ModuleLayer.defineModules(plan.configuration(), host.parents(), name -> loader);
        PlainReads.add(controller, plan.readsAll(), host);
        for (Module defined : controller.layer().modules()) {
            host.unnamed().forEach(unnamed -> controller.addReads(defined, unnamed));
            letCallUs(controller, defined);
        }
        loader.show(controller, host.shown());
        return new GenerationLayer(plan.module(), resources, controller.layer());
    }

    /** Woven code calls ours; a host on the class path has us in its unnamed module, which hides nothing. */
    private static void letCallUs(ModuleLayer.Controller controller, Module defined) {
        Module own = GenerationLayer.class.getModule();
        controller.addReads(defined, own);
        own.addExports(Belongings.class.getPackageName(), defined);
    }

    @Override
    public <S> List<ServiceLoader.Provider<S>> providers(Class<S> service) {
        long own = count(service);
        if (own == 0) {
            return List.of();
        }
        GenerationLayer.class.getModule().addUses(service);
        // those of the parents come after; what a provider method returns may well be a type of theirs
        return ServiceLoader.load(live(), service).stream().limit(own).toList();
    }

    /** A module that does not read the service is left out by the JDK. */
    private long count(Class<?> service) {
        return live().modules().stream()
                .filter(module -> module.canRead(service.getModule()))
                .flatMap(module -> module.getDescriptor().provides().stream())
                .filter(provides -> provides.service().equals(service.getName()))
                .mapToLong(provides -> provides.providers().size())
                .sum();
    }

    @Override
    public String name() {
        return loader().getName();
    }

    @Override
    public ClassLoader loader() {
        return live().modules().iterator().next().getClassLoader();
    }

    @Override
    public Optional<ClassLoader> ownLoader() {
        return Optional.of(loader());
    }

    @Override
    public Belongings belongings() {
        return ((GenerationLoader) loader()).belongings();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Weak ones are cleared before finalizers run, and a finalizer can hand its object to somebody; the phantom one is
     * cleared when that cannot happen any longer.
     */
    @Override
    public List<Reference<?>> traces() {
        return List.of(
                new WeakReference<>(live()),
                new WeakReference<>(loader()),
                new PhantomReference<>(loader(), new ReferenceQueue<>()));
    }

    /** Closes the loader and lets go of the layer. */
    @Override
    public void release() throws IOException {
        layer = null;
        resources.close();
    }

    /** Returns the modules as they were resolved; it leads to no layer. */
    public Configuration configuration() {
        return live().configuration();
    }

    /** Returns the module that the generation stands for. */
    Module module() {
        return live().findModule(module).orElseThrow();
    }

    ModuleLayer live() {
        ModuleLayer live = layer;
        if (live == null) {
            throw new IllegalStateException("The layer was released");
        }
        return live;
    }
}
