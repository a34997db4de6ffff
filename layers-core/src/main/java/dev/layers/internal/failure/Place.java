package dev.layers.internal.failure;

import java.util.Arrays;

/** Where code is, as a reader wants it: {@code acme.Chat.run(Chat.java:30)}, without the names of loader and module. */
public final class Place {
    private Place() {}

    /** Returns {@code " at ..."} for the topmost frame that is neither the JDK's nor ours, else the topmost; empty without any. */
    public static String of(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !isOfTheJdk(frame) && !isOurs(frame))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(frame -> " at " + text(frame))
                .orElse("");
    }

    private static String text(StackTraceElement frame) {
        return new StackTraceElement(
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
                .toString();
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** References are between every two frames that a reader wants to see. */
    private static boolean isOurs(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("dev.layers.generated.") || type.startsWith("dev.layers.internal.");
    }
}
