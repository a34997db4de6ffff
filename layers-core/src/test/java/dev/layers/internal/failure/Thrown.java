package dev.layers.internal.failure;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Types of exceptions: those that begin with {@code Bot} are of a contract, the others of a module. */
final class Thrown {
    private Thrown() {}

    static boolean isShared(Class<?> type) {
        return type.getModule() == Object.class.getModule()
                || type.getModule().getName() != null
                        && type.getModule().getName().startsWith("java.")
                || type.getSimpleName().startsWith("Bot");
    }

    /** Checked, and extended by modules. */
    public static class BotFailed extends Exception {
        private static final long serialVersionUID = 1L;

        public BotFailed(String message) {
            super(message);
        }
    }

    /** Has state of its own that is made of values. */
    public static class BotBusy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int code = 7;
        final long[] times = {1, 2};
        final BotMood mood = BotMood.GRIM;

        @SuppressWarnings("serial")
        final List<String> rooms = new ArrayList<>(List.of("hall"));

        @SuppressWarnings("serial")
        final Map<String, Integer> seats = Map.of("hall", 12);

        final EnumSet<BotMood> moods = EnumSet.of(BotMood.GRIM);

        public BotBusy(String message) {
            super(message);
        }
    }

    /** Values of a contract, one of them with a class of its own. */
    public enum BotMood {
        GRIM {
            @Override
            public String toString() {
                return "grim";
            }
        }
    }

    /** Names another one that is no cause. */
    public static class BotLinked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final Throwable next;

        public BotLinked(String message, Throwable next) {
            super(message);
            this.next = next;
        }
    }

    /** Carries anything. */
    public static class BotCarrier extends RuntimeException {
        private static final long serialVersionUID = 1L;

        transient boolean isMade = true;

        @SuppressWarnings("serial")
        final Object payload;

        public BotCarrier(String message) {
            this(message, null);
        }

        BotCarrier(String message, Object payload) {
            super(message);
            this.payload = payload;
        }
    }

    /** Decorates its message, so that it cannot be made anew with the same one. */
    public static class BotDecorated extends BotFailed {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        final Object payload = new Object();

        public BotDecorated(String room) {
            super("no room " + room);
        }
    }

    /** Cannot be written. */
    public static class BotStubborn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BotStubborn(String message, Throwable cause) {
            super(message, cause);
        }

        private void writeObject(ObjectOutputStream stream) throws IOException {
            throw new NotSerializableException("stubborn");
        }
    }

    /** Has neither suppressed ones nor a stack trace. */
    public static class BotLight extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BotLight(String message) {
            super(message, null, false, false);
        }
    }

    static class ChatFailed extends BotFailed {
        private static final long serialVersionUID = 1L;

        ChatFailed(String message) {
            super(message);
        }
    }

    static class ChatOdd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChatOdd(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static class ChatUnread extends IOException {
        private static final long serialVersionUID = 1L;

        ChatUnread(String message) {
            super(message);
        }
    }

    /** Is wrong wherever it can be. */
    static class ChatEvil extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            return getMessage() + "!";
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("evil");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[] {null};
        }

        private Object writeReplace() {
            throw new IllegalStateException("evil");
        }
    }

    /** Claims to be something else when it is written. */
    static class ChatHidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChatHidden(String message) {
            super(message);
        }

        private Object writeReplace() {
            return null;
        }
    }
}
