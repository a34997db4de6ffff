package dev.layers.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a test method, or of a method that runs before or after each test, for which a module is loaded. Within one test the same
 * name is the same module.
 *
 * <p>The type of the parameter says what it is given: {@link dev.layers.LoadedModule} is the handle, a service of the
 * contract the first reference to it, a {@code List} or an {@code Optional} of a service all references or the one that may be
 * missing.
 *
 * @since 0.1
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Load {
    /**
     * Returns which module: the name of a static field, or of a static method without parameters, of type {@link
     * dev.layers.testkit.ModuleSource} or {@link java.nio.file.Path}, of the test class, its superclasses or the classes around it;
     * otherwise the path of a jar or a directory.
     *
     * @return a name or a path
     */
    String value();
}
