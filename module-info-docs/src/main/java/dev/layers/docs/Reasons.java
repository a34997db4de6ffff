package dev.layers.docs;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Why something could not be read, in words that do not repeat where it is. */
public final class Reasons {
    /** What JDKs say in different words. */
    private static final Pattern MISSING_PROVIDER = Pattern.compile("Provider class (\\S+) not in .*");

    private Reasons() {}

    /**
     * Returns what can be told of the deepest cause.
     *
     * @param failure what came
     * @return words that go on after a place
     */
    public static String of(Throwable failure) {
        Throwable cause = deepest(failure);
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no file there";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        if (cause instanceof EOFException) {
            return "it ends early";
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : MISSING_PROVIDER.matcher(message).replaceFirst("provider '$1' is not in it");
    }

    /**
     * Returns what can be told of a parser's failure, whose indexes and offsets help nobody.
     *
     * @param failure what came
     * @return words that go on after a place
     */
    public static String ofParser(RuntimeException failure) {
        String message = failure.getMessage();
        return failure.getClass().equals(IllegalArgumentException.class) && message != null
                ? message
                : "it is no whole class file";
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }
}
