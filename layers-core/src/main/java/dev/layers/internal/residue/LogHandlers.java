package dev.layers.internal.residue;

import java.util.Collections;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Removes handlers of {@code java.util.logging}, and filters and formatters of loggers and handlers that stay. */
final class LogHandlers implements Search {
    @Override
    public void run(Owner owner, Residue residue) {
        LogManager manager = LogManager.getLogManager();
        for (String name : Collections.list(manager.getLoggerNames())) {
            Logger logger = manager.getLogger(name);
            if (logger != null) {
                new One(logger, name.isEmpty() ? "the root logger" : "logger '" + name + "'", owner).clean(residue);
            }
        }
    }

    @Override
    public boolean isVain(Owner owner) {
        return !owner.hasSeen("java.util.logging.Logger", "java.util.logging.LogManager");
    }

    /** One logger. */
    private record One(Logger logger, String name, Owner owner) {
        void clean(Residue residue) {
            if (owner.owns(logger.getFilter())) {
                residue.undo(text("filter", logger.getFilter()), "removed", () -> logger.setFilter(null));
            }
            for (Handler handler : logger.getHandlers()) {
                if (owner.owns(handler)) {
                    remove(handler, residue);
                } else {
                    clean(handler, residue);
                }
            }
        }

        private void remove(Handler handler, Residue residue) {
            String what = text("handler", handler);
            residue.undo(what, "removed", () -> logger.removeHandler(handler));
            try {
                handler.close();
            } catch (Throwable thrown) {
                residue.failed(what, "closed", thrown);
            }
        }

        /** A handler of somebody else stays, and works as one of the JDK does. */
        private void clean(Handler handler, Residue residue) {
            if (owner.owns(handler.getFilter())) {
                residue.undo(text("handler filter", handler.getFilter()), "removed", () -> handler.setFilter(null));
            }
            if (owner.owns(handler.getFormatter())) {
                residue.undo(
                        text("handler formatter", handler.getFormatter()),
                        "replaced by a SimpleFormatter",
                        () -> handler.setFormatter(new SimpleFormatter()));
            }
            if (owner.owns(handler.getErrorManager())) {
                residue.undo(
                        text("handler error manager", handler.getErrorManager()),
                        "replaced",
                        () -> handler.setErrorManager(new ErrorManager()));
            }
        }

        private String text(String what, Object found) {
            return "log " + what + " '" + found.getClass().getName() + "' of " + name;
        }
    }
}
