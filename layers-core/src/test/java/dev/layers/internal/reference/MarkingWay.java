package dev.layers.internal.reference;

import org.jspecify.annotations.Nullable;

/** A direction that marks whatever goes over it. */
final class MarkingWay extends Way {
    static final Passage MARK = (value, way) -> value instanceof String text ? text + ((MarkingWay) way).mark : value;

    private final String mark;
    private final @Nullable ClassLoader context;
    private final MarkingWay back;
    boolean isOpen = true;
    boolean isSilent;
    StackTraceElement[] stack = {};

    MarkingWay(@Nullable ClassLoader context) {
        this.mark = ">";
        this.context = context;
        this.back = new MarkingWay(this);
    }

    private MarkingWay(MarkingWay opposite) {
        this.mark = "<";
        this.context = null;
        this.back = opposite;
    }

    @Override
    public Way back() {
        return back;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void refuse(Crossing reference) {
        if (!isSilent) {
            throw new IllegalStateException(reference + " is closed");
        }
    }

    @Override
    public Throwable thrown(Throwable thrown, String method) {
        stack = new Throwable().getStackTrace();
        return new IllegalArgumentException(mark + method + mark + thrown.getMessage());
    }

    @Override
    public @Nullable ClassLoader contextLoader() {
        return context;
    }
}
