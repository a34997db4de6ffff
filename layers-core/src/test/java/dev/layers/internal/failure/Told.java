package dev.layers.internal.failure;

/** Tells what was thrown, as the exception of the API does. */
final class Told extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String type;

    private Told(String type, String message, Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    static Told of(ModuleFailure failure) {
        Throwable cause = failure.getCause();
        Told told = new Told(failure.type(), failure.toString(), part(cause));
        told.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            told.addSuppressed(part(suppressed));
        }
        return told;
    }

    private static Throwable part(Throwable part) {
        return part instanceof ModuleFailure failure ? of(failure) : part;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
