/**
 * What the author of a module implements, and what a module is given.
 *
 * <p>A module takes part in its own life by providing {@link dev.layers.module.ModuleLifecycle} as a service: in
 * {@code module-info.java} with {@code provides dev.layers.module.ModuleLifecycle with ...}, in a plain jar with
 * {@code META-INF/services/dev.layers.module.ModuleLifecycle}. A module that knows nothing of this package loads and
 * unloads just as well.
 *
 * <p>A module may have any number of such providers. They are started in the order in which the module names them and
 * stopped in reverse. A provider class that is also named for a service of the contract is created once and serves
 * both, unless it has a static {@code provider()} method, which then decides.
 *
 * <p>Hooks run on threads that the host's manager makes for them (one for the start and
 * the probes, one for all that is handed over, one for every {@code beforeUnload}), with the module's loader as context class loader,
 * and under a deadline: a hook that overruns it is interrupted, reported and left behind.
 *
 * <p>Unless said otherwise, passing {@code null} to a method of this package throws {@link NullPointerException}.
 */
package dev.layers.module;
