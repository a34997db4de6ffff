package dev.layers;

/**
 * Thrown when an argument or a result has no way to cross between host and module: its class belongs to one of them alone,
 * or may hold what does.
 *
 * @see ServiceContract#describe()
 * @since 0.1
 */
public final class ValueRefusedException extends LayerException {
    private static final long serialVersionUID = 1L;

    ValueRefusedException(String message) {
        super(message);
    }
}
