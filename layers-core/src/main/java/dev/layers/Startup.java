package dev.layers;

import dev.layers.internal.layer.ModuleCode;
import dev.layers.internal.reference.ServiceKey;
import dev.layers.module.ModuleContext;
import dev.layers.module.ModuleLifecycle;
import dev.layers.module.UnloadContext;
import dev.layers.module.UnloadReason;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Function;

/** The first module code to run: creates the providers, runs the start hooks, and asks whether all is well. */
final class Startup implements Callable<Void> {
    private final ModuleCode code;
    private final ServiceContract contract;
    private final Function<String, ModuleContext> contexts;
    private final Consumer<Map<ServiceKey, Object>> whenCreated;
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private final Map<ServiceKey, Object> providers = new LinkedHashMap<>();
    private final Deque<ModuleLifecycle> started = new ConcurrentLinkedDeque<>();
    private volatile Phase phase = new Phase(Kind.CREATING, "the providers");

    /** Guarded by this. */
    private boolean abandoned;

    /** What is being done, so that a failure can say where. */
    record Phase(Kind kind, String what) {}

    /** What is done with a provider or a hook. */
    enum Kind {
        CREATING,
        STARTING,
        PROBING
    }

    /**
     * Prepares a start.
     *
     * @param contexts what each hook is given, by its name
     * @param whenCreated gets the providers before the start hooks run
     */
    Startup(
            ModuleCode code,
            ServiceContract contract,
            Function<String, ModuleContext> contexts,
            Consumer<Map<ServiceKey, Object>> whenCreated) {
        this.code = code;
        this.contract = contract;
        this.contexts = contexts;
        this.whenCreated = whenCreated;
    }

    Map<ServiceKey, Object> providers() {
        return providers;
    }

    /** Returns the hooks that were started, the last one first. */
    Deque<ModuleLifecycle> started() {
        return started;
    }

    Phase phase() {
        return phase;
    }

    @Override
    public Void call() throws Exception {
        contract.provided().forEach(this::createAll);
        List<ModuleLifecycle> lifecycles = new ArrayList<>();
        for (ServiceLoader.Provider<ModuleLifecycle> provider : code.providers(ModuleLifecycle.class)) {
            lifecycles.add(create(ModuleLifecycle.class, provider));
        }
        whenCreated.accept(providers);
        startAll(lifecycles, HookNames.of(lifecycles));
        for (ModuleLifecycle lifecycle : lifecycles) {
            enter(Kind.PROBING, lifecycle.getClass());
            lifecycle.probe();
        }
        return null;
    }

    private void startAll(List<ModuleLifecycle> lifecycles, List<String> names) throws Exception {
        List<ModuleContext> given = names.stream().map(contexts).toList();
        for (int i = 0; i < given.size(); i++) {
            ModuleLifecycle lifecycle = lifecycles.get(i);
            enter(Kind.STARTING, lifecycle.getClass());
            lifecycle.start(given.get(i));
            if (!isKept(lifecycle)) {
                lifecycle.beforeUnload(new TooLate());
            }
        }
    }

    private void enter(Kind kind, Class<?> type) {
        requireWanted();
        phase = new Phase(kind, type.getName());
    }

    /** Gives the start up: nothing more is created or started, and a hook that ends late is stopped where it ran. */
    synchronized void abandon() {
        abandoned = true;
    }

    private synchronized boolean isKept(ModuleLifecycle lifecycle) {
        if (!abandoned) {
            started.push(lifecycle);
        }
        return !abandoned;
    }

    private synchronized void requireWanted() {
        if (abandoned) {
            throw new IllegalStateException("The start was given up");
        }
    }

    private <S> void createAll(Class<S> service) {
        phase = new Phase(Kind.CREATING, service.getName());
        for (ServiceLoader.Provider<S> provider : code.providers(service)) {
            S instance = create(service, provider);
            providers.put(freeKey(service.getName(), provider.type().getName()), instance);
        }
    }

    /** Of a provider method only its return type is known, and several may return the same. */
    private ServiceKey freeKey(String service, String type) {
        ServiceKey key = new ServiceKey(service, type);
        for (int number = 2; providers.containsKey(key); number++) {
            key = new ServiceKey(service, type + " " + number);
        }
        return key;
    }

    /** Creates a class that is named for several services once, unless a provider method creates it. */
    private <S> S create(Class<S> service, ServiceLoader.Provider<S> provider) {
        Class<? extends S> type = provider.type();
        enter(Kind.CREATING, type);
        Object instance = instances.get(type);
        if (instance == null || isMadeByMethod(type)) {
            instance = provider.get();
            instances.put(type, instance);
        }
        return service.cast(instance);
    }

    private static boolean isMadeByMethod(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return true;
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals("provider")
                    && method.getParameterCount() == 0
                    && Modifier.isStatic(method.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    /** What a hook is told whose start ended after nobody waited for it any longer. */
    private record TooLate() implements UnloadContext {
        @Override
        public UnloadReason reason() {
            return UnloadReason.UNLOAD;
        }

        @Override
        public Duration timeLeft() {
            return Duration.ZERO;
        }
    }
}
