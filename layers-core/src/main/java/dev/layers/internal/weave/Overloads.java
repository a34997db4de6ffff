package dev.layers.internal.weave;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The static methods that take the place of one method, by their parameters; a method without one stays as it is. */
final class Overloads {
    private static final String ANY = "Ljava/lang/Object;";

    private final Joint.Redirection joint;
    private final Map<String, String> results = new HashMap<>();

    Overloads(Joint.Redirection joint, ClassLoader substitutes) {
        this.joint = joint;
        for (Method method : methods(joint, substitutes)) {
            if (Modifier.isStatic(method.getModifiers()) && method.getName().equals(joint.method())) {
                String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString();
                results.put(parameters(descriptor), result(descriptor));
            }
        }
    }

    /** Returns the descriptor of what takes the place of an overload; its result may be any object. */
    Optional<String> of(String descriptor, boolean isStatic) {
        return isStatic
                ? found(descriptor, "").or(() -> found(anyObjects(descriptor), ""))
                : found(descriptor, "L" + joint.type() + ";").or(() -> found(descriptor, ANY));
    }

    /** Returns whether a call that is redirected has a result of less type than the code expects. */
    static boolean isWider(String redirected, String descriptor) {
        return !result(redirected).equals(result(descriptor));
    }

    /** Types that must not be named here are any objects. */
    private static String anyObjects(String descriptor) {
        return parameters(descriptor).replaceAll("L[^;]+;", ANY) + result(descriptor);
    }

    private Optional<String> found(String descriptor, String receiver) {
        String parameters = "(" + receiver + parameters(descriptor).substring(1);
        String result = results.get(parameters);
        boolean fits = result != null
                && (result.equals(result(descriptor))
                        || (result.equals(ANY) && result(descriptor).charAt(0) == 'L'));
        return fits ? Optional.of(parameters + result) : Optional.empty();
    }

    private static String parameters(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private static String result(String descriptor) {
        return descriptor.substring(descriptor.indexOf(')') + 1);
    }

    private static Method[] methods(Joint.Redirection joint, ClassLoader substitutes) {
        try {
            return Class.forName(joint.substitute().replace('/', '.'), false, substitutes)
                    .getMethods();
        } catch (ClassNotFoundException | LinkageError ofAnAbsentModule) {
            return new Method[0];
        }
    }
}
