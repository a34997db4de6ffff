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
 * registered, stops threads, undoes what the module left with the JVM, closes the loader and drops everything that leads to
 * the generation, in this order. A step that fails is told in the {@link dev.layers.UnloadReport}, and the later steps are
 * still run; calls that do not end in time refuse it, and hooks stop it where {@link dev.layers.OverdueHooks} says so.
 *
 * <h2>Desired state</h2>
 *
 * <p>{@link dev.layers.LayerManager#apply} makes the modules of a manager as a file wants them, and {@link
 * dev.layers.LayerManager#plan} says what that would do. The file is one object of JSON in UTF-8, of 16 MiB at the most.
 * Paths are relative to the directory of the file.
 *
 * <pre>{@code
 * {
 *   "contract": {"module": "bot.api", "version": "1.2"},
 *   "repository": "../m2",
 *   "modules": [
 *     {
 *       "name": "chat",
 *       "source": "plugins/chat.jar",
 *       "libraries": ["lib/json.jar", "maven:org.acme:colors:1.0"],
 *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
 *       "requires": {"acme.fonts": "[1.2,2)"},
 *       "weaving": "WOVEN",
 *       "offer": "SERVICES",
 *       "reload": {"order": "STOP_FIRST", "patience": "PT5S", "refusedState": "FAIL"}
 *     },
 *     {"name": "acme.fonts", "source": "maven:org.acme:fonts:1.3"}
 *   ]
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@code modules}, required: what is wanted. An empty array unloads whatever earlier calls loaded.
 *   <li>{@code name}, required: the name of the module; an artifact that holds another is refused.
 *   <li>{@code source}, required: a jar, exploded directory or directory of jars, as
 *       {@link dev.layers.LayerManager#load} takes it; or {@code maven:group:artifact:version}, with {@code :classifier}
 *       behind it if there is one, for a jar of the local Maven repository. Nothing is downloaded.
 *   <li>{@code libraries}: further private libraries, in the same forms.
 *   <li>{@code sha256}: the digest that {@link dev.layers.preflight.Origin#digest()} must have: for a single jar without
 *       libraries what {@code sha256sum} prints, else what {@link dev.layers.LayerManager#plan} tells as
 *       {@link dev.layers.Change#to()}. Others are refused.
 *   <li>{@code requires}: versions of required modules, {@code weaving}, {@code offer}: as in
 *       {@link dev.layers.LoadOptions}.
 *   <li>{@code reload}: {@code order}, {@code patience} (ISO 8601) and {@code refusedState} as in
 *       {@link dev.layers.ReloadPolicy}; what is left out is as the manager has it.
 *   <li>{@code contract}: what the file was written for: the name of a module that the contract's types are in, and
 *       its version, which is compared if both are known. A file for another contract is refused as a whole.
 *   <li>{@code repository}: the local Maven repository. Without it, the system property {@code maven.repo.local}
 *       tells, else it is {@code ~/.m2/repository}.
 * </ul>
 *
 * <p>Keys that are not named here, keys and modules that are there twice, and values of another type are problems.
 * All problems are told at once, with line, column and path, and nothing is changed.
 *
 * <h2>Residue</h2>
 *
 * <p>Classes of a module that name what leaves something with the JVM are rewritten as they are defined, unless
 * {@link dev.layers.LoadOptions} say otherwise: thread-locals, threads, pools, timers, asynchronous tasks, shutdown hooks,
 * cleaners, listeners and defaults are recorded where they are made, and undone at unload. What public API shows is searched for:
 * JDBC drivers, MBeans, log handlers, security providers, system properties, context class loaders of other threads. Each report
 * tells what was {@linkplain dev.layers.UnloadReport#undone() undone}; what cannot be undone is a finding.
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
 * <p>{@link dev.layers.CollectionPolicy} says whether collections are requested for it. What was retained or unconfirmed may
 * be collected later: {@link dev.layers.UnloadReport#collected()} and a second {@link dev.layers.LayerEvent.Judged} tell.
 * {@link dev.layers.GenerationPolicy} bounds how many generations may be left, and {@link dev.layers.UnloadProbe} judges what
 * was loaded without Layers.
 *
 * <h2>References</h2>
 *
 * <p>The host never holds an object of a module: {@link dev.layers.LoadedModule#service} returns a reference, made once for
 * a provider and kept over reloads. A call through it costs what a direct call costs; nothing is counted. To know when the
 * calls of a generation are over, its gate is closed (calls that begin then go to the next generation, or nowhere), and
 * stacks are looked at until every thread was seen once outside; other calls may go on meanwhile. A thread that is inside
 * already may still call back into its own generation, and so may its hooks, the closing of what it registered, and its
 * managed threads, until it is released. Other threads may not: a call which waits until another thread has called back
 * into the same generation cannot end while that is drained, and refuses the unload.
 *
 * <h2>Boundary</h2>
 *
 * <p>Arguments, results and exceptions cross by the type that the contract declares, classified once, when it is built;
 * {@link dev.layers.ServiceContract#describe()} tells how. A type without a rule is refused then.
 *
 * <ul>
 *   <li><em>plain</em>: primitives, strings, enums, value types of the JDK, and records of such cross as they are.
 *   <li><em>record</em>: another record is made anew, component by component, if one of them changes.
 *   <li><em>service</em>: an object that implements an interface of the contract, or a functional or listener interface of
 *       the JDK, crosses as a reference: the same object as the same one, and back as itself. It goes stale with the
 *       generation, see {@link dev.layers.StaleCalls} and {@link dev.layers.References}.
 *   <li><em>container</em>: collections, maps, optionals, and arrays of what is not plain cross as snapshots. Collections
 *       and maps cannot be changed, so that code which expects a live view fails instead of losing what it writes. An
 *       array of what is plain is the same on both sides, which see what the other writes. Streams and iterators pass
 *       their elements as they come; stages and publishers pass what they bring later, and end with
 *       {@link dev.layers.ModuleUnloadedException} when the generation goes.
 *   <li><em>stream</em>: input and output streams cross as streams that are cut when the generation goes.
 *   <li><em>opaque</em>: of an {@code Object}, a type variable or an open type of the JDK the class of each value decides;
 *       a value that may hold what belongs to one side is refused with a {@link dev.layers.ValueRefusedException}.
 *   <li><em>throwable</em>, and whatever a call throws, crosses by value: types of the JDK and of the contract stay what they
 *       are, with message, causes and stack trace; every other one becomes a {@link dev.layers.ModuleCallException}.
 * </ul>
 *
 * <p>{@link dev.layers.Boundary} loosens that, for a contract or for one service.
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
