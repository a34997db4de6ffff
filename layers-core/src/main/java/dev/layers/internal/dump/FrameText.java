package dev.layers.internal.dump;

import org.jspecify.annotations.Nullable;

/** Reads a stack frame from the text that {@link StackTraceElement#toString} makes of it. */
final class FrameText {
    private static final int UNKNOWN = -1;
    private static final int NATIVE = -2;

    private final String text;
    private final int place;
    private final int type;
    private final int method;

    private FrameText(String text) {
        this.text = text;
        this.place = text.lastIndexOf('(');
        this.method = text.lastIndexOf('.', place);
        this.type = startOfType();
    }

    /**
     * Returns the frame that {@code text} shows.
     *
     * @throws IllegalArgumentException if it shows none
     */
    static StackTraceElement read(String text) {
        FrameText frame = new FrameText(text);
        if (frame.place < 0 || frame.method < frame.type || !text.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' is no stack frame");
        }
        return frame.element();
    }

    /** The name of a hidden class goes on behind a slash, with its address. */
    private int startOfType() {
        int slash = text.lastIndexOf('/', method);
        return (text.startsWith("0x", slash + 1) ? text.lastIndexOf('/', slash - 1) : slash) + 1;
    }

    private StackTraceElement element() {
        String origin = type == 0 ? "" : text.substring(0, type - 1);
        int slash = origin.lastIndexOf('/');
        String module = origin.substring(slash + 1);
        int at = module.indexOf('@');
        return new StackTraceElement(
                slash < 0 ? null : origin.substring(0, slash),
                module.isEmpty() ? null : until(at, module),
                at < 0 ? null : module.substring(at + 1),
                text.substring(type, method),
                text.substring(method + 1, place),
                file(),
                line());
    }

    private @Nullable String file() {
        String source = source();
        boolean isNone = source.equals("Native Method") || source.equals("Unknown Source");
        return isNone ? null : until(source.lastIndexOf(':'), source);
    }

    private int line() {
        String source = source();
        int colon = source.lastIndexOf(':');
        if (colon >= 0) {
            return Integer.parseInt(source.substring(colon + 1));
        }
        return source.equals("Native Method") ? NATIVE : UNKNOWN;
    }

    private String source() {
        return text.substring(place + 1, text.length() - 1);
    }

    private static String until(int end, String text) {
        return end < 0 ? text : text.substring(0, end);
    }
}
