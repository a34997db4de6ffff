package dev.layers.internal.reference;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A service with every kind of signature. */
public interface Everything extends Parent<String> {
    void nothing() throws Exception;

    int add(int one, int other);

    long add(long one, long other);

    double half(double whole, float other, short small, byte tiny, char letter, boolean flag);

    int[] numbers(int[] numbers);

    String[][] nested(String[][] words);

    String join(String separator, Object... parts);

    <T extends Comparable<T>> T same(T value);

    String target();

    ClassLoader context();

    default String greeting(String name) {
        return "Hello " + name;
    }

    static ReferenceShape shape(Passage passage) {
        return shape(Everything.class, passage);
    }

    /** Returns the shape whose arguments and results, but primitives, arrays and loaders, cross by {@code passage}. */
    static ReferenceShape shape(Class<?> service, Passage passage) {
        List<MethodPlan> plans = new ArrayList<>();
        Stream.of(service.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .forEach(method -> plans.add(plan(method, passage)));
        return new ReferenceShape(List.of(service), plans);
    }

    private static MethodPlan plan(Method method, Passage passage) {
        return new MethodPlan(
                method,
                Arrays.stream(method.getParameterTypes())
                        .map(type -> isTaken(type) ? passage : Passage.AS_IS)
                        .toList(),
                isTaken(method.getReturnType()) ? passage : Passage.AS_IS);
    }

    private static boolean isTaken(Class<?> type) {
        return !type.isPrimitive() && !type.isArray() && type != ClassLoader.class;
    }

    /** Answers as plainly as can be, and fails when it shall. */
    class Provider implements Everything {
        private final String name;

        public Provider(String name) {
            this.name = name;
        }

        @Override
        public void nothing() throws Exception {
            throw new Exception("checked by " + name);
        }

        @Override
        public int add(int one, int other) {
            return one + other;
        }

        @Override
        public long add(long one, long other) {
            return one * 2 + other;
        }

        @Override
        public double half(double whole, float other, short small, byte tiny, char letter, boolean flag) {
            return flag ? whole / 2 + other + small + tiny + letter : 0;
        }

        @Override
        public int[] numbers(int[] numbers) {
            return numbers;
        }

        @Override
        public String[][] nested(String[][] words) {
            return words;
        }

        @Override
        public String join(String separator, Object... parts) {
            return name + ":" + String.join(separator, Collections.nCopies(parts.length, "part"));
        }

        @Override
        public <T extends Comparable<T>> T same(T value) {
            return value;
        }

        @Override
        public String target() {
            return "target of " + name;
        }

        @Override
        public ClassLoader context() {
            return Thread.currentThread().getContextClassLoader();
        }

        @Override
        public String convert(String value) {
            return name + " " + value;
        }
    }
}
