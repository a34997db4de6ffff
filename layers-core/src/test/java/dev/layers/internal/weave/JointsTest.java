package dev.layers.internal.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table and what it names fit the JDK that runs this. */
class JointsTest {
    /** Overloads that stay as they are: what is handed in there is what is handed out, and ends by its own methods alone. */
    private static final Set<String> LEFT = Set.of(
            "java/util/concurrent/ForkJoinPool.execute(Ljava/util/concurrent/ForkJoinTask;)V",
            "java/util/concurrent/ForkJoinPool.submit(Ljava/util/concurrent/ForkJoinTask;)"
                    + "Ljava/util/concurrent/ForkJoinTask;");

    static List<Joint.Substitution> substitutions() {
        return of(Joint.Substitution.class);
    }

    static List<Joint.Extension> extensions() {
        return of(Joint.Extension.class);
    }

    static List<Joint.Redirection> redirections() {
        return of(Joint.Redirection.class);
    }

    static Stream<Joint> calls() {
        return Joints.all().stream().filter(joint -> JointTable.method(joint) != null);
    }

    @ParameterizedTest
    @MethodSource("substitutions")
    void substitute_isAPublicSubclassWithTheSameConstructors(Joint.Substitution joint) throws Exception {
        Class<?> written = Class.forName(name(joint.type()));
        Class<?> substitute = Class.forName(name(joint.substitute()));

        assertThat(substitute.getSuperclass()).isEqualTo(written);
        assertThat(Modifier.isPublic(substitute.getModifiers())).isTrue();
        for (Constructor<?> constructor : written.getDeclaredConstructors()) {
            if (isInherited(constructor)) {
                assertThat(isInherited(substitute.getDeclaredConstructor(constructor.getParameterTypes())))
                        .as(constructor.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void extension_isAPublicSubclassOfWhatIsMadeOfNothing(Joint.Extension joint) throws Exception {
        Class<?> written = Class.forName(name(joint.type()));
        Class<?> substitute = Class.forName(name(joint.substitute()));

        List<Constructor<?>> constructors = Stream.of(written.getDeclaredConstructors())
                .filter(JointsTest::isInherited)
                .toList();

        assertThat(substitute.getSuperclass()).isEqualTo(written);
        assertThat(Modifier.isPublic(substitute.getModifiers())).isTrue();
        assertThat(constructors)
                .singleElement()
                .extracting(Constructor::getParameterCount)
                .isEqualTo(0);
    }

    @ParameterizedTest
    @MethodSource("redirections")
    void redirection_coversEveryOverload(Joint.Redirection joint) {
        Overloads overloads = new Overloads(joint, JointsTest.class.getClassLoader());
        List<Method> written = methods(joint.type(), joint.method());

        List<String> missing = written.stream()
                .filter(method -> overloads
                        .of(descriptor(method), Modifier.isStatic(method.getModifiers()))
                        .isEmpty())
                .map(method -> joint.type() + "." + method.getName() + descriptor(method))
                .filter(method -> !LEFT.contains(method))
                .toList();

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void joint_isOfAMethodOfTheJdk(Joint joint) {
        assumeThat(type(joint.type())).as("type of this JDK").isPresent();

        String method = JointTable.method(joint);

        assumeThat(isOfLaterJdk(joint.type(), method)).isFalse();
        assertThat(methods(joint.type(), method)).as(joint.toString()).isNotEmpty();
    }

    private static boolean isOfLaterJdk(String type, String method) {
        return Runtime.version().feature() < 21
                && Set.of("startVirtualThread", "newVirtualThreadPerTaskExecutor", "newThreadPerTaskExecutor")
                        .contains(method);
    }

    private static <J extends Joint> List<J> of(Class<J> kind) {
        return Joints.all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Method> methods(String type, String name) {
        return type(type).stream()
                .flatMap(found -> Arrays.stream(found.getMethods()))
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .toList();
    }

    private static Optional<Class<?>> type(String type) {
        try {
            return Optional.of(Class.forName(name(type), false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException ofALaterJdk) {
            return Optional.empty();
        }
    }

    private static boolean isInherited(Executable executable) {
        return Modifier.isPublic(executable.getModifiers()) || Modifier.isProtected(executable.getModifiers());
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    private static String name(String type) {
        return type.replace('/', '.');
    }
}
