package dev.layers;

/**
 * Where the modules of a manager are.
 *
 * @since 0.1
 */
public enum ManagerMode {
    /** Each generation of each module is loaded from an artifact into a layer of its own, see {@link LayerManager#builder}. */
    LAYERED,
    /**
     * The host was started with them, on its module path or class path, see {@link LayerManager#linked}.
     *
     * <p>Linked are, on the module path, all modules in the layers of the contract's types and in their parents that
     * provide a service of the contract or a {@link dev.layers.module.ModuleLifecycle}; not those that have types of the
     * contract, which are the host's. On the class path they are the artifacts that do so, in their descriptor or else in
     * {@code META-INF/services}, by the name in the descriptor or the one that the JDK would give the jar. Their order is
     * that of their names.
     *
     * <p>None is started before somebody asks for it. {@link LayerManager#load} starts the one whose name the artifact has: if
     * nothing is at the path, the name that the file has, or that the JDK would derive from it, or the one whose jar is
     * called so. Its providers are created and its hooks run; calls, values, exceptions, managed threads and what
     * {@link dev.layers.module.ModuleContext} registers are as they are in layers, but what a library on the class path
     * throws keeps its type, since nobody can tell whose library it is.
     *
     * <p>{@link LayerManager#loadAll} and {@link LayerManager#watch} start every linked module, whatever is in the directory,
     * and a watch finds no change after that. {@link LayerManager#apply} starts those that the file names, whatever it says of
     * their sources; one that is not linked is a failure, and so is one that requires a module which is linked in another
     * version than {@code requires} in the file, or {@link LoadOptions#requiring}, allows. Digests are not known of linked
     * modules, so {@code sha256} says nothing of them. What requires another linked module goes before it when
     * that is unloaded, and starts again with it.
     *
     * <p>No artifact is checked, no class is loaded anew and none is let go. An unload ends calls, hooks, registrations
     * and managed threads, then references throw {@link ModuleUnloadedException}; nothing else that the module did is
     * found or undone, and the verdict is {@link Verdict.Unconfirmed} at once. What is loaded again or reloaded is a new
     * generation of the same classes: it gets new providers, and the statics as the last one left them. Therefore each
     * reload is {@link ReloadOrder#STOP_FIRST}, whatever the policy says. Policies about artifacts, trust, collections,
     * explanations and uncollected generations, and options for weaving, have no effect.
     *
     * <p>An image made by {@code jlink} needs {@code jdk.management} as well for unloads to see calls on virtual threads.
     */
    LINKED;

    /** The system property that sets it for every manager that is built. */
    static final String PROPERTY = "dev.layers.mode";

    /**
     * Returns the mode that the system property names.
     *
     * @param otherwise the mode if it is not set
     * @throws IllegalArgumentException if it names no mode
     */
    static ManagerMode set(ManagerMode otherwise) {
        String text = System.getProperty(PROPERTY);
        if (text == null) {
            return otherwise;
        }
        return switch (text) {
            case "layered" -> LAYERED;
            case "linked" -> LINKED;
            default ->
                throw new IllegalArgumentException("System property '" + PROPERTY + "': '" + text
                        + "' is no mode; set it to 'layered' or 'linked', or leave it out");
        };
    }
}
