package dev.layers.internal.reference;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BooleanSupplier;

/** What sites lead to; what every unload turns several of them to is looked up once in a JVM. */
final class Answers {
    private static final MethodHandle YES = MethodHandles.constant(boolean.class, true);
    private static final MethodHandle ASKED = find(BooleanSupplier.class, "getAsBoolean", boolean.class);
    private static final MethodHandle UNAVAILABLE = find(ReferenceTexts.class, "unavailable", RuntimeException.class);

    private Answers() {}

    /** Answers that it is so. */
    static MethodHandle yes() {
        return YES;
    }

    /** Answers what {@code question} says. */
    static MethodHandle asking(BooleanSupplier question) {
        return ASKED.bindTo(question);
    }

    /** Answers with the exception of a call that has nowhere to go. */
    static MethodHandle unavailable(ReferenceTexts texts) {
        return UNAVAILABLE.bindTo(texts);
    }

    /** Answers with what a method of {@code receiver} returns, which is looked up each time. */
    static MethodHandle of(Object receiver, String method, Class<?> result) {
        return find(receiver.getClass(), method, result).bindTo(receiver);
    }

    private static MethodHandle find(Class<?> type, String method, Class<?> result) {
        try {
            return MethodHandles.lookup().findVirtual(type, method, MethodType.methodType(result));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A method that was compiled against is not there", impossible);
        }
    }
}
