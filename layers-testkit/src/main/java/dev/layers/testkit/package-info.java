/**
 * What a test of a module needs, whether or not it is loaded by Layers.
 *
 * <p>{@link dev.layers.testkit.LayersAssertions#assertUnloads(dev.layers.testkit.UnloadBody) assertUnloads} tells of any body whether the
 * JVM lets go what it creates and drops, and if not, what holds it:
 *
 * {@snippet class="dev.layers.testkit.UnloadCheckIT" region="check"}
 *
 * <p>The other {@linkplain dev.layers.testkit.LayersAssertions assertions} are about unload reports, and about loaders, layers and
 * objects that are known by a weak reference alone. {@link dev.layers.testkit.ModuleSource} compiles modules from text:
 *
 * {@snippet class="dev.layers.testkit.ModuleSourceTest" region="modular"}
 *
 * <p>What soft references alone hold is retained, softly held, until memory grows short. In a JVM with {@code
 * -XX:SoftRefLRUPolicyMSPerMB=0} every collection frees it, so that strict runs tell only what stays for good.
 *
 * <p>No parameter and no result is null.
 *
 * @since 0.1
 */
package dev.layers.testkit;
