package dev.layers.testkit.junit;

import dev.layers.ServiceContract;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A test class with what it says about its modules.
 *
 * @param type the class
 * @param around the test classes around it, the innermost first
 */
record TestClass(Class<?> type, List<Class<?>> around) {

    static TestClass of(ExtensionContext context) {
        List<Class<?>> around = new ArrayList<>(context.getEnclosingTestClasses());
        Collections.reverse(around);
        return new TestClass(context.getRequiredTestClass(), around);
    }

    LayersTest requireLayersTest() {
        return all().flatMap(each -> AnnotationSupport.findAnnotation(each, LayersTest.class).stream())
                .findFirst()
                .orElseThrow(() -> refused("no @LayersTest; put it on the class"));
    }

    /** Returns the contract, from the annotation or from the one static member that has it. */
    ServiceContract contract() {
        Class<?>[] provided = requireLayersTest().provides();
        List<StaticMember> members = members(ServiceContract.class);
        if ((provided.length > 0 ? 1 : 0) + members.size() != 1) {
            throw refused((provided.length > 0 ? "services at @LayersTest, and " : "")
                    + (members.isEmpty() ? "no contract" : "contracts in " + names(members))
                    + "; wanted one contract: @LayersTest(provides = ...), or one static field or method of type"
                    + " ServiceContract");
        }
        return members.isEmpty()
                ? providing(provided)
                : (ServiceContract) members.get(0).value();
    }

    /** Returns the value of the static field or method of that name, if there is one. */
    Optional<Object> named(String name) {
        return all().flatMap(each -> members(each, member -> member.name().equals(name)))
                .findFirst()
                .map(StaticMember::value);
    }

    /** Returns the names of static fields and methods of any of {@code types}, each in quotes. */
    Set<String> names(Class<?>... types) {
        return all().flatMap(each -> members(
                        each, member -> Stream.of(types).anyMatch(type -> type.isAssignableFrom(member.type()))))
                .map(member -> "'" + member.name() + "'")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    ExtensionConfigurationException refused(String found) {
        return new ExtensionConfigurationException("Test class '" + type.getName() + "': " + found);
    }

    private Stream<Class<?>> all() {
        return Stream.concat(Stream.of(type), around.stream());
    }

    /** Returns the members of that type of the innermost class that has any. */
    private List<StaticMember> members(Class<?> wanted) {
        return all().map(each -> members(each, member -> wanted.isAssignableFrom(member.type()))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<StaticMember> members(Class<?> owner, Predicate<StaticMember> condition) {
        Stream<StaticMember> fields = ReflectionSupport.streamFields(
                        owner, ModifierSupport::isStatic, HierarchyTraversalMode.BOTTOM_UP)
                .map(StaticMember::of);
        Stream<StaticMember> methods = ReflectionSupport.streamMethods(
                        owner,
                        method -> ModifierSupport.isStatic(method) && method.getParameterCount() == 0,
                        HierarchyTraversalMode.BOTTOM_UP)
                .map(StaticMember::of);
        return Stream.concat(fields, methods).filter(condition);
    }

    private static List<String> names(List<StaticMember> members) {
        return members.stream().map(member -> "'" + member.name() + "'").toList();
    }

    private static ServiceContract providing(Class<?>... services) {
        ServiceContract.Builder builder = ServiceContract.builder();
        Stream.of(services).forEach(builder::provides);
        return builder.build();
    }

    /** A static field, or a static method without parameters. */
    private record StaticMember(String name, Class<?> type, Supplier<Object> reading) {
        static StaticMember of(Field field) {
            return new StaticMember(field.getName(), field.getType(), () -> read(field));
        }

        static StaticMember of(Method method) {
            return new StaticMember(method.getName(), method.getReturnType(), () -> called(method));
        }

        Object value() {
            return reading.get();
        }

        private static Object read(Field field) {
            return ReflectionSupport.tryToReadFieldValue(field, null)
                    .getNonNullOrThrow(cause -> new ExtensionConfigurationException(unread(field), cause));
        }

        private static Object called(Method method) {
            return Optional.ofNullable(ReflectionSupport.invokeMethod(method, null))
                    .orElseThrow(() -> new ExtensionConfigurationException("Method '" + method.getName() + "' of '"
                            + method.getDeclaringClass().getName() + "' returned null"));
        }

        private static String unread(Field field) {
            return "Field '" + field.getName() + "' of '"
                    + field.getDeclaringClass().getName() + "' is null or cannot be read";
        }
    }
}
