/**
 * Loads modules, binds them to a contract, swaps them while calls are running, unloads them, and tells whether the JVM
 * let them go.
 *
 * <h2>Life of a module</h2>
 *
 * <p>{@link dev.layers.LayerManager#load} reads an artifact whole, resolves it, defines it in a child layer with a class
 * loader of its own, creates its providers and runs its start hooks. One loaded life is a <em>generation</em>, named
 * {@code chat#1}; so is its class loader. {@link dev.layers.LoadedModule#reload} makes the next generation completely
 * before calls turn to it, and leaves the old one serving if anything fails.
 *
 * <p>{@link dev.layers.LoadedModule#unload} closes the gate, waits for calls to end, runs the hooks, closes what was
 * registered, stops threads, closes the loader and drops everything that leads to the generation, in this order. A step
 * that fails is told in the {@link dev.layers.UnloadReport}, and the later steps are still run; calls alone that do not end
 * in time refuse it.
 *
 * <h2>Preflight</h2>
 *
 * <p>Before any code of a module runs, {@link dev.layers.LayerManager#load} checks its bytes, whether the host's
 * {@link dev.layers.TrustPolicy} trusts them, its name, its resolution, what the {@link dev.layers.ServiceContract}
 * demands and permits, and whether its byte code links against the contract. What is wrong is told all at once, in a
 * {@link dev.layers.PreflightException}; {@link dev.layers.LayerManager#check} tells it without loading. See
 * {@link dev.layers.preflight}.
 *
 * <h2>Verdict</h2>
 *
 * <p>Whether the JVM let a generation go is found with weak and phantom references to its layer and its loader, beside
 * <em>canaries</em>: loaders that are made and dropped after them, one after the other. Generation gone: collected. Four
 * canaries gone, over two seconds at least, and the generation not: retained. Anything less: unconfirmed, for nobody can
 * know. Until one of them is seen the verdict is pending, which is no verdict.
 *
 * <h2>References</h2>
 *
 * <p>The host never holds an object of a module's provider class: {@link dev.layers.LoadedModule#service} returns a
 * reference that finds the current generation at each call. Values that calls return or throw cross as they are: a host
 * that keeps them keeps the module.
 *
 * <h2>Errors</h2>
 *
 * <p>A mistake of the caller is a {@link NullPointerException}, {@link IllegalArgumentException} or
 * {@link IllegalStateException}. What the world outside does not allow is a {@link dev.layers.LayerException}. What an
 * unload came to is a report. Reports, events and exceptions hold text, numbers and durations, and can be kept for ever.
 *
 * <p>Unless said otherwise, passing {@code null} to a method of this package throws {@link NullPointerException}.
 */
package dev.layers;
