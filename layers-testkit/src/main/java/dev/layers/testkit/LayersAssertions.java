package dev.layers.testkit;

import dev.layers.UnloadReport;
import java.lang.ref.Reference;

/**
 * The entry to assertions about unloads.
 *
 * <p>{@code assertThat(module.unload()).isClean()} waits for the verdict and fails with the whole report. All others work
 * without a {@link dev.layers.LayerManager}: they tell of any class loader, layer or object whether the JVM lets it go, and if not,
 * what holds it.
 *
 * @since 0.1
 */
public final class LayersAssertions {
    private LayersAssertions() {}

    /**
     * Begins assertions about {@code report}.
     *
     * @param report what an unload or a reload returned
     * @return the assertions
     */
    public static UnloadReportAssert assertThat(UnloadReport report) {
        return new UnloadReportAssert(report);
    }

    /**
     * Begins assertions about a class loader that was dropped.
     *
     * @param loader a weak or phantom reference to it; the caller holds it no other way
     * @return the assertions
     * @throws IllegalArgumentException if the reference is a soft one
     */
    public static ReferenceAssert assertThatLoader(Reference<? extends ClassLoader> loader) {
        return new ReferenceAssert(loader, "the class loader");
    }

    /**
     * Begins assertions about a layer that was dropped.
     *
     * @param layer a weak or phantom reference to it; the caller holds it no other way
     * @return the assertions
     * @throws IllegalArgumentException if the reference is a soft one
     */
    public static ReferenceAssert assertThatLayer(Reference<ModuleLayer> layer) {
        return new ReferenceAssert(layer, "the layer");
    }

    /**
     * Begins assertions about any object that was dropped.
     *
     * @param reference a weak or phantom reference to it; the caller holds it no other way
     * @return the assertions
     * @throws IllegalArgumentException if the reference is a soft one
     */
    public static ReferenceAssert assertThatReference(Reference<?> reference) {
        return new ReferenceAssert(reference, "the object");
    }

    /**
     * Verifies that what {@code body} creates and drops is collected. For other limits see {@link UnloadCheck}.
     *
     * @param <E> what the body may throw
     * @param body creates something, uses it, drops it and returns it; runs on a thread of its own
     * @throws E if the body throws it
     * @throws AssertionError if something that the body dropped is not collected, not known to be, or if the body does
     *     not end within a minute
     * @throws IllegalArgumentException if the body returns nothing that could be collected
     */
    public static <E extends Throwable> void assertUnloads(UnloadBody<E> body) throws E {
        UnloadCheck.standard().verify(body);
    }

    /**
     * Verifies that what {@code body} creates and drops is collected each time, and that threads do not grow.
     *
     * @param <E> what the body may throw
     * @param repeat how often the body runs
     * @param body creates something, uses it, drops it and returns it; runs on a thread of its own each time
     * @throws E if the body throws it
     * @throws AssertionError if something that the body dropped is not collected, not known to be, if the body does not
     *     end within a minute, or if each time leaves a thread
     * @throws IllegalArgumentException if the body returns nothing that could be collected, or {@code repeat} is less
     *     than one
     */
    public static <E extends Throwable> void assertUnloads(int repeat, UnloadBody<E> body) throws E {
        UnloadCheck.standard().repeat(repeat).verify(body);
    }
}
