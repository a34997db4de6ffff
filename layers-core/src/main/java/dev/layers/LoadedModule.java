package dev.layers;

import dev.layers.module.UnloadReason;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The host's handle on a module, good for all its generations. It holds nothing of the module once that is unloaded.
 * All methods may be called from any thread.
 *
 * @since 0.1
 */
public final class LoadedModule {
    private final ModuleRegistry registry;
    private final LiveModule module;

    LoadedModule(ModuleRegistry registry, LiveModule module) {
        this.registry = registry;
        this.module = module;
    }

    /**
     * Returns the name of the module.
     *
     * @return the name in its descriptor
     */
    public String name() {
        return module.name();
    }

    /**
     * Returns the generation that serves, or served last.
     *
     * @return name and number
     */
    public GenerationName generation() {
        return module.status().generation();
    }

    /**
     * Returns where the module is in its life.
     *
     * @return the state at this moment
     */
    public ModuleState state() {
        return module.status().state();
    }

    /**
     * Returns what can be said of the module at this moment.
     *
     * @return the status
     */
    public ModuleStatus status() {
        return module.status();
    }

    /**
     * Returns the first provider of {@code service} as a reference: it survives reloads, and throws
     * {@link ModuleUnloadedException} once the module is unloaded.
     *
     * @param <S> the type of the service
     * @param service an interface that the contract provides
     * @return the same reference at every call, for the same provider
     * @throws IllegalArgumentException if the contract does not provide {@code service}
     * @throws ProviderMissingException if the module does not provide it
     * @throws ModuleUnloadedException if the module is unloaded
     */
    public <S> S service(Class<S> service) {
        return optional(service)
                .orElseThrow(() -> new ProviderMissingException("Module '" + name() + "': no provider of '"
                        + service.getName() + "' in " + generation()
                        + "; ask with optional(...) if it may be missing"));
    }

    /**
     * Returns the first provider of {@code service} as a reference, if the module has one.
     *
     * @param <S> the type of the service
     * @param service an interface that the contract provides
     * @return the same reference as {@link #service}, or empty if this generation does not provide it
     * @throws IllegalArgumentException if the contract does not provide {@code service}
     * @throws ModuleUnloadedException if the module is unloaded
     */
    public <S> Optional<S> optional(Class<S> service) {
        return module.references().first(Objects.requireNonNull(service, "service"));
    }

    /**
     * Returns all providers of {@code service} as references, in the order of the module's descriptor.
     *
     * @param <S> the type of the service
     * @param service an interface that the contract provides
     * @return a list that follows reloads, unmodifiable; whoever walks it sees one generation's references. Each
     *     reference follows its provider class over reloads. Once the module is unloaded the list stays as it was;
     *     it is empty then if the contract hands out the service direct
     * @throws IllegalArgumentException if the contract does not provide {@code service}
     * @throws ModuleUnloadedException if the module is unloaded
     */
    public <S> List<S> services(Class<S> service) {
        return module.references().services(Objects.requireNonNull(service, "service"));
    }

    /**
     * Loads the bytes that are now at the module's path as the next generation, sends calls there, and unloads the old
     * one. Modules that stand on this one come along: each gets a next generation too, of the bytes that it serves from.
     *
     * <p>If anything fails, for this module or one that comes along, all old generations serve on. Where the {@link
     * ReloadPolicy} of one of them says {@link ReloadOrder#STOP_FIRST}, all are unloaded first and calls wait meanwhile; if
     * anything fails then, their bytes are started again, with fresh statics, and {@link LayerEvent.RolledBack} is told. What
     * does not start again either is {@link ModuleState#DOWN}.
     *
     * @return the report on the old generation; of a module that was down, on the one that served last
     * @throws LayerException if a new generation cannot be loaded, as with {@link LayerManager#load}
     * @throws ReloadRefusedException if calls on an old generation do not end in time, or the path now holds another
     *     module, or a generation fails to hand over its state and its policy says so
     * @throws TooManyGenerationsException if the {@link GenerationPolicy} refuses another generation
     * @throws ModuleBusyException if another operation on the module does not end in time
     * @throws ModuleUnloadedException if the module is unloaded
     * @throws IllegalStateException if the manager is closed
     */
    public UnloadReport reload() {
        return registry.reload(module);
    }

    /**
     * Unloads the module and frees its name. Callers that ask at the same time get the same report. A refused unload can
     * be asked for again, and a stopped one goes on where it stopped; so can one that named a thread or whose verdict was not {@link Verdict.Collected}: threads and
     * references are then looked at once more, and no hook runs twice.
     *
     * @return what was done, and the verdict to come
     * @throws ModuleInUseException if other modules stand on it; nothing is done then
     * @throws ModuleBusyException if another operation on the module does not end in time
     */
    public UnloadReport unload() {
        try {
            return registry.unload(module, UnloadReason.UNLOAD);
        } finally {
            // a handle that nobody asks again is not dropped before its unload has ended
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Unloads the module after all that stand on it, each before what it stands on itself. Modules that only optionally require
     * one of those ({@code requires static}) are reloaded from the bytes that they serve from, and then do without.
     *
     * @return the reports on all that were unloaded, this module's last
     * @throws LayerException if a module that does without cannot be reloaded so; nothing is unloaded then
     * @throws ModuleInUseException if a module on which others stand could not be unloaded because one of those was refused
     * @throws ModuleBusyException if another operation on one of the modules does not end in time
     */
    public List<UnloadReport> unloadWithDependents() {
        try {
            return registry.unloadWithDependents(module);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Returns the reports of the module's earlier generations and unloads.
     *
     * @return the last hundred, oldest first
     */
    public List<UnloadReport> reports() {
        return module.reports();
    }

    @Override
    public String toString() {
        ModuleStatus status = status();
        return status.generation() + " (" + status.state() + ")";
    }
}
