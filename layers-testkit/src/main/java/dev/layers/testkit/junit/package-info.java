/**
 * Tests of modules with JUnit Jupiter: {@link dev.layers.testkit.junit.LayersTest} on the class, modules and their
 * services as {@linkplain dev.layers.testkit.junit.Load parameters}, each unloaded and checked when its test is over.
 *
 * {@snippet class="dev.layers.testkit.junit.DoublingIT" region="class"}
 *
 * <p>Every test has a manager of its own, so tests may run in parallel. What a test is given are references that hold
 * nothing of the module, so neither JUnit nor the test class keeps it from being collected.
 *
 * <p>No parameter and no result is null. The module {@code org.junit.jupiter.api} is needed here and nowhere else.
 *
 * @since 0.1
 */
package dev.layers.testkit.junit;
