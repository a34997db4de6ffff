package dev.layers.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose tests load modules. Each test, each repetition and each invocation has a {@link dev.layers.LayerManager} of its
 * own, which can be a parameter. After the test all its modules are unloaded; it fails if one of them is not
 * collected or left something behind. If the test has failed already, that is added to its failure as a suppressed one;
 * a test that was aborted, because an assumption did not hold, fails all the same.
 *
 * <p>The contract of modules has the services that {@link #provides} names; for any other contract the class has one
 * static field, or one static method without parameters, of type {@link dev.layers.ServiceContract}. The annotation holds
 * for subclasses and nested classes.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LayersExtension.class)
public @interface LayersTest {
    /**
     * Returns the services that modules provide.
     *
     * @return interfaces; empty if a static field or method has the contract
     */
    Class<?>[] provides() default {};

    /**
     * Returns whether collections are requested.
     *
     * @return {@link Collecting#REQUEST} if not given
     */
    Collecting collecting() default Collecting.REQUEST;

    /**
     * Returns how long collections are requested.
     *
     * @return seconds, two or more: below that nothing is ever called retained
     */
    int seconds() default 10;

    /**
     * Returns whether a heap dump is read to tell what holds what was retained.
     *
     * @return true if not given
     */
    boolean explaining() default true;
}
