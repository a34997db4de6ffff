package dev.layers.internal.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** Reads the call sites that {@link java.lang.invoke.LambdaMetafactory} makes objects of. */
final class Lambdas {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final int FLAGS = 3;
    private static final int MARKERS = 2;
    private static final int BRIDGES = 4;

    private final List<String> interfaces = new ArrayList<>();
    private final List<MemberSignature> methods = new ArrayList<>();

    private Lambdas() {}

    /** Returns the lambda that an {@code invokedynamic} makes, if it makes one. */
    static Optional<Use.OfLambda> of(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals(FACTORY)
                || arguments.length < FLAGS
                || !(arguments[0] instanceof Type implemented)) {
            return Optional.empty();
        }
        Lambdas lambda = new Lambdas();
        lambda.interfaces.add(Type.getReturnType(descriptor).getInternalName());
        lambda.methods.add(new MemberSignature(name, implemented.getDescriptor()));
        if (arguments.length > FLAGS && arguments[FLAGS] instanceof Integer flags) {
            lambda.addMore(name, flags, List.of(arguments).subList(FLAGS + 1, arguments.length));
        }
        return Optional.of(new Use.OfLambda(lambda.interfaces, lambda.methods));
    }

    /** Each list follows its length, and is there only if its flag is set. */
    private void addMore(String name, int flags, List<Object> more) {
        List<Type> markers = (flags & MARKERS) == 0 ? List.of() : listed(more);
        List<Object> rest = (flags & MARKERS) == 0 ? more : more.subList(1 + markers.size(), more.size());
        List<Type> bridges = (flags & BRIDGES) == 0 ? List.of() : listed(rest);
        markers.forEach(marker -> interfaces.add(marker.getInternalName()));
        bridges.forEach(bridge -> methods.add(new MemberSignature(name, bridge.getDescriptor())));
    }

    private static List<Type> listed(List<Object> counted) {
        int count = (Integer) counted.get(0);
        return counted.subList(1, 1 + count).stream().map(Type.class::cast).toList();
    }
}
