package dev.layers.internal.woven;

import java.io.PrintWriter;
import java.sql.DriverManager;
import org.jspecify.annotations.Nullable;

/** What stands for {@code DriverManager.setLogWriter}. */
public final class LogWriters {
    private LogWriters() {}

    /** Stands for the method of the JDK. */
    public static void setLogWriter(PrintWriter writer) {
        Restoring.set(Writer.OF_DRIVERS, writer);
    }

    /** Where drivers log. */
    private enum Writer implements ReadableDefault {
        OF_DRIVERS;

        @Override
        public String title() {
            return "the log writer of DriverManager";
        }

        @Override
        public @Nullable Object current() {
            return DriverManager.getLogWriter();
        }

        @Override
        public void write(@Nullable Object value) {
            DriverManager.setLogWriter((PrintWriter) value);
        }
    }
}
