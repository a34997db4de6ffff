package acme;

import bot.Command;

/** Throws an exception of the module's own. */
public final class Failing implements Command {
    // @start region="own"
    @Override
    public String run(String arguments) {
        throw new DiskFull("No room left for '" + arguments + "'");
    }

    private static final class DiskFull extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiskFull(String message) {
            super(message);
        }
    }
    // @end
}
