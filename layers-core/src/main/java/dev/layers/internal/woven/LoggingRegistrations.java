package dev.layers.internal.woven;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What stands for methods of {@code java.util.logging} that keep what they are given. */
public final class LoggingRegistrations {
    private LoggingRegistrations() {}

    /** Stands for {@code LogManager}'s. */
    public static LogManager addConfigurationListener(LogManager manager, Runnable listener) {
        LogManager same = manager.addConfigurationListener(listener);
        Registration.add(new Key(manager, listener), "log configuration listener " + TypeText.of(listener), () -> {
            manager.removeConfigurationListener(listener);
            return true;
        });
        return same;
    }

    /** Stands for {@code LogManager}'s. */
    public static void removeConfigurationListener(LogManager manager, Runnable listener) {
        manager.removeConfigurationListener(listener);
        Registration.forget(new Key(manager, listener)::equals);
    }

    /** Stands for {@code Logger}'s. */
    public static void setLevel(Logger logger, Level level) {
        LoggerLevel place = new LoggerLevel(logger.getName());
        // others cannot have a logger of a class of the module, nor one that has no name
        if (Belongings.of(logger.getClass()) == null && place.isOf(logger)) {
            Restoring.set(place, level);
        } else {
            logger.setLevel(level);
        }
    }

    /** Who listens to whom. */
    private record Key(LogManager manager, Runnable listener) {}

    /** The level of the logger of one name, which the JVM holds as long as somebody else does. */
    private record LoggerLevel(@Nullable String logger) implements ReadableDefault {
        @Override
        public String title() {
            return "the level of logger '" + logger + "'";
        }

        @SuppressWarnings("ReferenceEquality") // there may be others of the name that nobody finds
        boolean isOf(Logger asked) {
            return asked == found();
        }

        private @Nullable Logger found() {
            return logger == null ? null : LogManager.getLogManager().getLogger(logger);
        }

        @Override
        public @Nullable Object current() {
            Logger found = found();
            return found == null ? null : found.getLevel();
        }

        @Override
        public void write(@Nullable Object value) {
            Logger found = found();
            if (found != null) {
                found.setLevel((Level) value);
            }
        }
    }
}
