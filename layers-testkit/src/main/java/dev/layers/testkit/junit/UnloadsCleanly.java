package dev.layers.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is repeated, in place of {@code @Test}: each repetition loads its modules, runs, unloads and is checked. The
 * first one that fails is the last one that runs (those that run beside it in parallel end), and has its number in its name.
 *
 * @since 0.1
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LayersExtension.class)
public @interface UnloadsCleanly {
    /**
     * Returns how often the test runs.
     *
     * @return one or more
     */
    int repeat() default 1;
}
