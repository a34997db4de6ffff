package dev.layers;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands out what the host holds on to, and notices when it lets go without a word. */
final class Handles {
    private final Cleaner cleaner = Cleaner.create();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final String manager;
    private final ModuleRegistry registry;

    Handles(String manager, ModuleRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    Cleaner.Cleanable register(LayerManager handle) {
        return cleaner.register(handle, this::managerDropped);
    }

    /** Returns the handle of {@code module}, which the host has loaded and is to keep until it unloads it. */
    LoadedModule loaded(LiveModule module) {
        LoadedModule handle = of(module);
        cleaner.register(handle, () -> moduleDropped(module));
        return handle;
    }

    /** Returns the one handle of {@code module} that the host may still hold, or a new one. */
    LoadedModule of(LiveModule module) {
        return module.handle(() -> new LoadedModule(registry, module));
    }

    void close() {
        closed.set(true);
    }

    private void managerDropped() {
        if (!closed.get()) {
            String loaded = registry.all().stream()
                    .map(module -> "'" + module.status().generation() + "'")
                    .toList()
                    .toString();
            String what = "Manager '" + manager + "': dropped without close(), modules still loaded: " + loaded
                    + "; close it when it is no longer needed";
            registry.environment().announcer().warn(new LayerEvent.Dropped(what), what);
        }
    }

    private void moduleDropped(LiveModule module) {
        ModuleStatus status = module.status();
        if (!closed.get() && status.state() != ModuleState.UNLOADED && module.isFirstDrop()) {
            registry.environment()
                    .announcer()
                    .announce(new LayerEvent.Dropped("Module '" + status.generation()
                            + "': its handle was dropped without unload(); manager '" + manager
                            + "' still has it under its name"));
        }
    }
}
