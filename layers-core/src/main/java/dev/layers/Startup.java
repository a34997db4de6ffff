package dev.layers;

import dev.layers.internal.layer.GenerationLayer;
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

/** The first module code to run: creates the providers, then runs the start hooks. */
final class Startup implements Callable<Void> {
    private final GenerationLayer layer;
    private final ServiceContract contract;
    private final ModuleContext context;
    private final Consumer<Map<ServiceKey, Object>> whenCreated;
    private final Map<Class<?>, Object> instances = new HashMap<>();
    private final Map<ServiceKey, Object> providers = new LinkedHashMap<>();
    private final Deque<ModuleLifecycle> started = new ConcurrentLinkedDeque<>();
    private volatile Phase phase = new Phase(true, "the providers");

    /** Guarded by this. */
    private boolean abandoned;

    /** What is being done, so that a failure can say where. */
    record Phase(boolean isCreating, String what) {}

    /**
     * Prepares a start.
     *
     * @param whenCreated gets the providers before the start hooks run
     */
    Startup(
            GenerationLayer layer,
            ServiceContract contract,
            ModuleContext context,
            Consumer<Map<ServiceKey, Object>> whenCreated) {
        this.layer = layer;
        this.contract = contract;
        this.context = context;
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
        for (ServiceLoader.Provider<ModuleLifecycle> provider : layer.providers(ModuleLifecycle.class)) {
            lifecycles.add(create(ModuleLifecycle.class, provider));
        }
        whenCreated.accept(providers);
        for (ModuleLifecycle lifecycle : lifecycles) {
            requireWanted();
            phase = new Phase(false, lifecycle.getClass().getName());
            lifecycle.start(context);
            if (!isKept(lifecycle)) {
                lifecycle.beforeUnload(new TooLate());
            }
        }
        return null;
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
        phase = new Phase(true, service.getName());
        for (ServiceLoader.Provider<S> provider : layer.providers(service)) {
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
        requireWanted();
        Class<? extends S> type = provider.type();
        phase = new Phase(true, type.getName());
        Object instance = isMadeByMethod(type) ? provider.get() : instances.get(type);
        if (instance == null) {
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
